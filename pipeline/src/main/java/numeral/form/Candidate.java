package numeral.form;

/**
 * One page of a form laid on a scan.
 *
 * @param code text of the form's printed code; empty where it has none or none was read
 */
record Candidate(PageForm form, Location location, String code) {
    static final double HIGHEST = 4;

    /** How much of the page's form is there; what is lost ranks behind all that is found, blank pages behind other lost ones. */
    double rank() {
        if (location instanceof Location.Found found) {
            return 2 + found.features() + found.lines();
        }
        return switch (((Location.Lost) location).kind()) {
            case REGISTRATION_FAILED -> 1;
            case UNKNOWN_FORM -> 0.5;
            case BLANK_PAGE -> 0;
        };
    }

    /** Printed lines that were found less those that were not: a form with a part of another one's boxes explains less of that one's scans. */
    double evidenceMm() {
        return location instanceof Location.Found found ? form.printedMm() * (2 * found.lines() - 1) : 0;
    }

    boolean found() {
        return location instanceof Location.Found;
    }

    Candidate lost(PageReading.Kind kind, String reason) {
        return new Candidate(form, new Location.Lost(kind, reason), code);
    }

    String name() {
        return form.template().id() + ", page " + form.number();
    }
}
