package numeral.scan;

import java.util.HashMap;
import java.util.Map;

/** Tells entries of one name in one archive apart, so that both are kept: {@code p.tif}, {@code p.tif!2}. One without a name is {@code !1}. */
final class Numbering {
    private final Map<String, Integer> seen = new HashMap<>();

    String numbered(String name) {
        return numbered(name, seen.merge(name, 1, Integer::sum));
    }

    static String numbered(String name, int number) {
        return number == 1 && !name.isEmpty() ? name : name + "!" + number;
    }
}
