package numeral.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One way to write a digit, before anybody's hand has touched it.
 *
 * @param weight how common it is among the ways to write this digit
 * @param usage whether many or few people write it this way
 * @param customs of those who write it this way
 * @param strokes from pen down to pen up, each a chain of curves that meet in corners
 */
record Skeleton(int digit, double weight, Usage usage, Set<Custom> customs, List<List<Curve>> strokes) {

    /** How many people write it a way. */
    enum Usage {
        COMMON,
        RARE
    }

    /** How a writer keeps 1 and 7 apart. */
    enum Custom {
        /** A 7 has no stroke through it, a 1 no upstroke. */
        PLAIN,
        /** A 7 is crossed, so a 1 may begin with an upstroke. */
        CROSSED;

        private static final double CROSSED_SHARE = 0.5;

        static Custom draw(SplittableRandom random) {
            return random.nextDouble() < CROSSED_SHARE ? CROSSED : PLAIN;
        }
    }

    /** A smooth curve through its points; coordinates with the digit's height as unit, y down. */
    record Curve(double[] x, double[] y) {}

    /** How common it is where rare ways have a share of their weight, 0 to 1. */
    double weight(double variety) {
        return usage == Usage.RARE ? variety * weight : weight;
    }

    /** Reads a line such as {@code 7 2 common crossed 0.1,0.1 0.6,0.1 | 0.3,1.0 ; 0.2,0.5 0.5,0.5}. */
    static Skeleton parse(String line) {
        String[] parts = line.strip().split("\\s+", 5);
        Set<Custom> customs = parts[3].equals("-")
                ? EnumSet.allOf(Custom.class)
                : EnumSet.of(Custom.valueOf(parts[3].toUpperCase(Locale.ROOT)));
        return new Skeleton(
                Integer.parseInt(parts[0]),
                Double.parseDouble(parts[1]),
                Usage.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                customs,
                strokes(parts[4]));
    }

    /** Reads strokes separated by semicolons. */
    static List<List<Curve>> strokes(String text) {
        return Arrays.stream(text.split(";", -1)).map(Skeleton::stroke).toList();
    }

    private static List<Curve> stroke(String text) {
        List<Curve> curves = new ArrayList<>();
        String corner = "";
        for (String part : text.split("\\|", -1)) {
            String[] points = (corner + part).strip().split("\\s+", -1);
            curves.add(new Curve(coordinates(points, 0), coordinates(points, 1)));
            corner = points[points.length - 1] + " ";
        }
        return curves;
    }

    private static double[] coordinates(String[] points, int axis) {
        return Arrays.stream(points)
                .mapToDouble(point -> Double.parseDouble(point.split(",", -1)[axis]))
                .toArray();
    }
}
