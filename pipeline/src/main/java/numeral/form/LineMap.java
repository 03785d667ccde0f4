package numeral.form;

import numeral.form.page.Affine;
import numeral.form.page.Bitmap;
import numeral.form.page.Raster;
import numeral.form.page.RuledLines;
import numeral.form.page.Thumbnail;

/**
 * The straight lines of a levelled thumbnail, apart by direction; filled areas, most text and handwriting are gone.
 *
 * @param toThumbnail from levelled to thumbnail pixels
 */
record LineMap(Bitmap horizontal, Bitmap vertical, Affine toThumbnail) {

    /** Turns the thumbnail back by its skew and looks for its lines. */
    static LineMap of(Thumbnail thumbnail, double skewRadians) {
        Raster grey = thumbnail.grey();
        double cx = grey.width() / 2.0;
        double cy = grey.height() / 2.0;
        Affine toThumbnail = new Affine(1, 0, -cx, 0, 1, -cy)
                .then(Affine.rotation(skewRadians))
                .then(new Affine(1, 0, cx, 0, 1, cy));
        Raster level = grey.warped(grey.width(), grey.height(), toThumbnail);
        double pxPerMm = Math.sqrt(thumbnail.xPerMm() * thumbnail.yPerMm());
        return new LineMap(RuledLines.of(level, pxPerMm, true), RuledLines.of(level, pxPerMm, false), toThumbnail);
    }
}
