package numeral.synth;

import java.util.List;
import numeral.scan.ScanStatus;

/**
 * One item that an inventory has to find.
 *
 * @param entry name inside the archive; empty for the archive itself
 * @param page from 0
 * @param expected statuses of which it may end in any
 * @param what befell it, in one word; empty where nothing did
 */
record ExpectedItem(String entry, int page, List<ScanStatus> expected, String what) {
    ExpectedItem {
        expected = List.copyOf(expected);
    }
}
