package numeral.synth;

import java.util.List;

/**
 * What a page is and what is written on it.
 *
 * @param fields none where the page does not show the form
 */
record PageTruth(Mishap mishap, List<FilledField> fields) {
    PageTruth {
        fields = List.copyOf(fields);
    }
}
