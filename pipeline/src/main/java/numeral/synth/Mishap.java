package numeral.synth;

import static numeral.scan.ScanStatus.BLANK_PAGE;
import static numeral.scan.ScanStatus.OK;
import static numeral.scan.ScanStatus.OK_WITH_WARNINGS;
import static numeral.scan.ScanStatus.REGISTRATION_FAILED;
import static numeral.scan.ScanStatus.UNKNOWN_FORM;

import java.util.List;
import java.util.SplittableRandom;
import numeral.scan.ScanStatus;

/** What goes wrong with a whole page before or in the scanner, and how reading it may end. */
enum Mishap {
    NONE(OK),
    ROTATED_90(OK),
    ROTATED_180(OK),
    ROTATED_270(OK),
    /** Seen through the paper, as from a film scanned upside down. */
    MIRRORED(OK, OK_WITH_WARNINGS, UNKNOWN_FORM, REGISTRATION_FAILED),
    /** Fed at an angle beyond what a form reader promises. */
    HEAVY_SKEW(OK, UNKNOWN_FORM, REGISTRATION_FAILED),
    /** The scan ends before the page does. */
    CUT(OK, UNKNOWN_FORM, REGISTRATION_FAILED),
    /** An empty sheet between two forms. */
    SEPARATOR(BLANK_PAGE),
    /** The empty back of a form whose ink shows. */
    BACK(BLANK_PAGE, UNKNOWN_FORM),
    OTHER_FORM(UNKNOWN_FORM, REGISTRATION_FAILED);

    private final List<ScanStatus> expected;

    Mishap(ScanStatus... expected) {
        this.expected = List.of(expected);
    }

    /** Statuses in which the page may rightly end. */
    List<ScanStatus> expected() {
        return expected;
    }

    /** Whether the page shows the form that was asked for. */
    boolean showsForm() {
        return this != SEPARATOR && this != BACK && this != OTHER_FORM;
    }

    static Mishap draw(double share, SplittableRandom random) {
        return random.nextDouble() < share ? values()[1 + random.nextInt(values().length - 1)] : NONE;
    }
}
