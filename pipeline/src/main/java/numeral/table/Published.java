package numeral.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * One commit of a run to a table.
 *
 * @param snapshot id of the commit
 * @param lineage what went in, by name
 */
public record Published(long snapshot, Map<String, String> lineage) {
    private static final String PREFIX = "numeral.";

    public Published {
        lineage = Map.copyOf(lineage);
    }

    static Published of(long snapshot, Map<String, String> summary) {
        Map<String, String> lineage = new TreeMap<>();
        summary.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                lineage.put(name.substring(PREFIX.length()), value);
            }
        });
        return new Published(snapshot, lineage);
    }
}
