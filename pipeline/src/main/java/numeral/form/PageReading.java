package numeral.form;

import java.util.List;

/** What a page turned out to be. */
public sealed interface PageReading {
    /** Id of the form that was found, or that came nearest. */
    String form();

    /** Text of the printed code that the form declares; empty where it declares none or none was read. */
    String code();

    /**
     * The form was found.
     *
     * @param page which page of the form it is, from 1
     * @param warnings what is odd about it, such as being mirrored
     * @param dpi resolution inferred from the template's size
     * @param angleDeg how far the form is turned on the page, clockwise, -180 to 180
     * @param residualMm root mean square distance of the registration features after the fit
     * @param regions one a field, in the template's order
     */
    record Registered(
            String form,
            int page,
            String code,
            List<String> warnings,
            double dpi,
            double angleDeg,
            double residualMm,
            List<FieldRegion> regions,
            double registerMs,
            double segmentMs)
            implements PageReading {
        public Registered {
            warnings = List.copyOf(warnings);
            regions = List.copyOf(regions);
        }
    }

    /** No form was found, for a reason that a person can act on. */
    record Refused(String form, String code, Kind kind, String reason) implements PageReading {}

    /** Why a page is refused. */
    enum Kind {
        /** Next to no ink. */
        BLANK_PAGE,
        /** Nothing on the page looks like one of the templates, or it looks like two. */
        UNKNOWN_FORM,
        /** The form seems to be there but cannot be located well enough. */
        REGISTRATION_FAILED
    }
}
