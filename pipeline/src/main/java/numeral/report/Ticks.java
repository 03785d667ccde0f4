package numeral.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Round positions on an axis: multiples of 1, 2 or 5 times a power of ten that enclose all values.
 *
 * @param first first multiple of the step
 * @param last last multiple of the step, greater than the first
 * @param step distance of two ticks
 */
record Ticks(long first, long last, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /** Ticks for values of which at least one is finite, in about {@code parts} parts of at least {@code minStep}. */
    static Ticks enclosing(double[] values, int parts, double minStep) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double max = Arrays.stream(finite).max().orElseThrow();
        double min = Arrays.stream(finite).min().orElseThrow();
        double span = max > min ? max - min : Math.max(1, Math.abs(max));
        double raw = Math.max(span / parts, minStep);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        // 1e-9 keeps a step that is round already from being rounded up
        double step = power
                * Arrays.stream(ROUND)
                        .filter(round -> round >= raw / power - 1e-9)
                        .findFirst()
                        .orElse(10);
        long first = (long) Math.floor(min / step + 1e-9);
        long last = (long) Math.ceil(max / step - 1e-9);
        return new Ticks(first, Math.max(last, first + 1), step);
    }

    double from() {
        return first * step;
    }

    double to() {
        return last * step;
    }

    List<Double> positions() {
        return LongStream.rangeClosed(first, last)
                .mapToObj(multiple -> multiple * step)
                .toList();
    }

    /** The position with as many decimals as the step has. */
    String label(double position) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", position);
    }
}
