package numeral.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * One run of one command: what its rows are published under, and the lineage that goes into each snapshot's summary.
 *
 * @param id name of the run, for example an Airflow data interval's date; a repeat replaces the earlier run's rows
 * @param command the command
 * @param lineage inputs, effective configuration, code version: names to values, no secrets
 */
public record Run(String id, String command, Map<String, String> lineage) {
    public Run {
        if (!id.matches("[A-Za-z0-9._:+@-]{1,128}")) {
            throw new IllegalArgumentException(
                    "run '" + id + "': expected 1 to 128 of the characters A-Z a-z 0-9 . _ : + @ -");
        }
        lineage = Map.copyOf(lineage);
    }

    Map<String, String> snapshotProperties() {
        Map<String, String> properties = new TreeMap<>();
        lineage.forEach((name, value) -> properties.put("numeral." + name, value));
        properties.put("numeral.run", id);
        properties.put("numeral.command", command);
        return properties;
    }
}
