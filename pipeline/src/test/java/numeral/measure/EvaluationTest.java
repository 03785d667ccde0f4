package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** 19 of 20 right: two of each digit, but one nine read as a four with little confidence. */
    private static Evaluation evaluation() {
        var tally = new Tally();
        for (int digit = 0; digit < 10; digit++) {
            tally.add(digit, digit, 0.99, 0.01);
            tally.add(digit, digit == 9 ? 4 : digit, digit == 9 ? 0.5 : 0.99, digit == 9 ? 0.81 : 0.01);
        }
        return tally.evaluation();
    }

    @Test
    void becomesOneRowForEachNumber() {
        Map<String, Metric> rows = evaluation().metrics().stream()
                .collect(Collectors.toMap(metric -> metric.name() + " " + metric.scope(), Function.identity()));

        assertThat(rows).hasSize(11 + 3 * 10 + 100 + 3 * 13);
        assertThat(rows.get("accuracy all")).isEqualTo(new Metric("accuracy", "all", 0.95, 20));
        assertThat(rows.get("loss all").value()).isEqualTo(0.05);
        assertThat(rows.get("precision micro")).isEqualTo(new Metric("precision", "micro", 0.95, 20));
        assertThat(rows.get("precision macro").value()).isEqualTo((9 + 2 / 3.0) / 10);
        assertThat(rows.get("recall macro").value()).isEqualTo(0.95);
        assertThat(rows.get("precision 4")).isEqualTo(new Metric("precision", "4", 2 / 3.0, 3));
        assertThat(rows.get("recall 9")).isEqualTo(new Metric("recall", "9", 0.5, 2));
        assertThat(rows.get("f1 9")).isEqualTo(new Metric("f1", "9", 2 / 3.0, 2));
        assertThat(rows.get("confusion 9>4")).isEqualTo(new Metric("confusion", "9>4", 1, 2));
        assertThat(rows.get("confusion 4>9")).isEqualTo(new Metric("confusion", "4>9", 0, 2));
        assertThat(rows.get("risk coverage>=0.9").value()).isZero();
        assertThat(rows.get("risk coverage>=1.0")).isEqualTo(new Metric("risk", "coverage>=1.0", 0.05, 20));
        assertThat(rows.get("accuracy_lower all").value()).isBetween(0.74, 0.76);
        assertThat(rows.get("accuracy_upper all").value()).isBetween(0.99, 1.0);
    }

    @Test
    void confusionRowsAddUpToTheExamples() {
        double sum = evaluation().metrics().stream()
                .filter(metric -> metric.name().equals("confusion"))
                .mapToDouble(Metric::value)
                .sum();

        assertThat(sum).isEqualTo(20);
    }
}
