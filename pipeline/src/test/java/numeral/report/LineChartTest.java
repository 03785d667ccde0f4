package numeral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import numeral.report.LineChart.Line;
import numeral.report.LineChart.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChartTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.36, 5, 0.1, '0.0 0.1 0.2 0.3 0.4'",
        "90, 100, 5, 0, '90 92 94 96 98 100'",
        "98.1, 100, 5, 0, '98.0 98.5 99.0 99.5 100.0'",
        "0, 3, 8, 1, '0 1 2 3'",
        "0, 20, 8, 1, '0 5 10 15 20'",
        "0, 0, 5, 0, '0.0 0.2'",
        "0, 0.00012, 5, 0, '0.00000 0.00005 0.00010 0.00015'"
    })
    void ticksAreRoundAndEncloseTheValues(double min, double max, int parts, double minStep, String labels) {
        var ticks = Ticks.enclosing(new double[] {max, Double.NaN, min}, parts, minStep);

        assertThat(ticks.positions().stream().map(ticks::label)).containsExactly(labels.split(" "));
        assertThat(ticks.from()).isLessThanOrEqualTo(min);
        assertThat(ticks.to()).isGreaterThanOrEqualTo(max);
    }

    @Test
    void pointsLieWhereTheAxesSay() {
        var x = Ticks.enclosing(new double[] {0, 10}, 5, 1);
        var y = Ticks.enclosing(new double[] {0, 1}, 5, 0);
        var line = new Line("a", List.of(new Point(0, 0), new Point(5, Double.NaN), new Point(10, 1)));

        String svg = new LineChart("t", "x", "y", x, y, List.of(line)).svg().toString();

        // left and right ends of the plot at 52 and 426, bottom and top at 228 and 34
        assertThat(svg).contains("<path d=\"M52.0 228.0L426.0 34.0\" class=\"line s0\"/>");
        assertThat(svg.split("<circle", -1)).hasSize(3);
    }

    @Test
    void aSinglePointIsADotWithoutALine() {
        var axis = Ticks.enclosing(new double[] {0, 1}, 5, 0);
        var line = new Line("a", List.of(new Point(1, 0.5)));

        String svg =
                new LineChart("t", "x", "y", axis, axis, List.of(line)).svg().toString();

        assertThat(svg).contains("<circle").doesNotContain("<path");
    }
}
