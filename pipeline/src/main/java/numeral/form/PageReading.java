package numeral.form;

import java.util.List;

/** What a page turned out to be. */
public sealed interface PageReading {

    /**
     * The form was found.
     *
     * @param page which page of the form it is, from 1
     * @param mirrored whether the page shows the form as in a mirror
     * @param dpi resolution inferred from the template's size
     * @param angleDeg how far the form is turned on the page, clockwise, -180 to 180
     * @param residualMm root mean square distance of the registration features after the fit
     * @param regions one a field, in the template's order
     */
    record Registered(
            int page,
            boolean mirrored,
            double dpi,
            double angleDeg,
            double residualMm,
            List<FieldRegion> regions,
            double registerMs,
            double segmentMs)
            implements PageReading {
        public Registered {
            regions = List.copyOf(regions);
        }
    }

    /** The form was not found, for a reason that a person can act on. */
    record Refused(Kind kind, String reason) implements PageReading {}

    /** Why a page is refused. */
    enum Kind {
        /** Next to no ink. */
        BLANK_PAGE,
        /** Nothing on the page looks like this template. */
        UNKNOWN_FORM,
        /** The form seems to be there but cannot be located well enough. */
        REGISTRATION_FAILED
    }
}
