package numeral.form;

import numeral.form.page.Affine;

/** Where the form is. */
sealed interface Location {
    /**
     * The form is here.
     *
     * @param warp how the page departs from its affine map
     * @param features share of the marks or lines that were found
     * @param lines share of all printed lines that were found
     */
    record Found(
            Affine mmToPx,
            PageWarp warp,
            boolean mirrored,
            double angleDeg,
            double residualMm,
            double features,
            double lines)
            implements Location {}

    record Lost(PageReading.Kind kind, String reason) implements Location {}
}
