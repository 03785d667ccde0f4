package numeral.synth;

import java.util.List;

/** A chain of curves sampled as points; uniform Catmull-Rom splines through the control points. */
final class Spline {
    private static final int STEPS = 7;

    private final double[] x;
    private final double[] y;

    private Spline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    static Spline through(List<Skeleton.Curve> curves) {
        int segments = curves.stream().mapToInt(curve -> curve.x().length - 1).sum();
        double[] x = new double[segments * STEPS + 1];
        double[] y = new double[segments * STEPS + 1];
        int at = 0;
        for (Skeleton.Curve curve : curves) {
            for (int segment = 0; segment < curve.x().length - 1; segment++) {
                for (int step = 0; step < STEPS; step++, at++) {
                    x[at] = between(curve.x(), segment, (double) step / STEPS);
                    y[at] = between(curve.y(), segment, (double) step / STEPS);
                }
            }
            x[at] = curve.x()[curve.x().length - 1];
            y[at] = curve.y()[curve.y().length - 1];
        }
        return new Spline(x, y);
    }

    private static double between(double[] points, int segment, double t) {
        double b = points[segment];
        double c = points[segment + 1];
        double a = segment == 0 ? 2 * b - c : points[segment - 1];
        double d = segment + 2 == points.length ? 2 * c - b : points[segment + 2];
        return 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
    }
}
