package numeral.synth;

import numeral.form.FieldSpec;

/**
 * One field of one page as its writer left it.
 *
 * @param value what was meant, also where it was crossed out afterwards; empty where nothing was
 */
record FilledField(FieldSpec spec, String value, State state) {
    enum State {
        FILLED,
        BLANK,
        CROSSED_OUT,
        /** One digit stands over another one. */
        OVERWRITTEN,
        /** Not on the scan, which ends before. */
        CUT_OFF
    }

    FilledField cutOff() {
        return new FilledField(spec, value, State.CUT_OFF);
    }
}
