package numeral.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows belong.
 *
 * @param run name of the ingest run
 * @param dataset name of the dataset, for example mnist; part of every key, so without a slash
 * @param split part of the dataset, for example train; likewise
 */
public record IngestTarget(String run, String dataset, String split) implements Serializable {
    public IngestTarget {
        List<String> problems = new ArrayList<>();
        check("run", run, problems);
        check("dataset", dataset, problems);
        check("split", split, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void check(String what, String name, List<String> problems) {
        if (name.isBlank() || name.contains("/")) {
            problems.add(what + ": expected a name without a slash, found '" + name + "'");
        }
    }
}
