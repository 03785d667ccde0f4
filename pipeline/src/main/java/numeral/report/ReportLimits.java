package numeral.report;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of each kind a report shows; the section {@code numeral.report} of the configuration. All are 0 or more.
 *
 * @param digitsPerLabel examples of each digit of the data
 * @param misreads digits that were read wrong
 * @param predictions digits as they come
 * @param pages pages with their fields drawn on them
 */
public record ReportLimits(int digitsPerLabel, int misreads, int predictions, int pages) {
    public ReportLimits {
        var problems = new ArrayList<String>();
        checkCount(problems, "digits-per-label", digitsPerLabel);
        checkCount(problems, "misreads", misreads);
        checkCount(problems, "predictions", predictions);
        checkCount(problems, "pages", pages);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** Reads the section {@code numeral.report} of a whole configuration; throws IllegalArgumentException listing every value out of range, one a line. */
    public static ReportLimits from(Config config) {
        Config report = config.getConfig("numeral.report");
        return new ReportLimits(
                report.getInt("digits-per-label"),
                report.getInt("misreads"),
                report.getInt("predictions"),
                report.getInt("pages"));
    }

    private static void checkCount(List<String> problems, String key, int value) {
        if (value < 0) {
            problems.add("numeral.report." + key + ": expected 0 or more, found " + value);
        }
    }
}
