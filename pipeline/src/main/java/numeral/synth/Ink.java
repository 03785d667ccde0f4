package numeral.synth;

import java.util.Arrays;
import java.util.List;

/** Coverage of a page or of a digit's canvas with ink, 0 to 1 a pixel. */
final class Ink {
    private final int width;
    private final int height;
    private final float[] coverage;

    Ink(int width, int height) {
        this.width = width;
        this.height = height;
        this.coverage = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Row by row. */
    float[] coverage() {
        return coverage;
    }

    /**
     * Draws strokes given in pixels.
     *
     * @param darkness of the ink, 0 to 1
     */
    void draw(List<Stroke> strokes, double darkness) {
        for (Stroke stroke : strokes) {
            for (int i = 1; i < stroke.points(); i++) {
                segment(stroke, i, (float) darkness);
            }
        }
    }

    /** Fills a convex polygon given in pixels, its corners clockwise on the page. */
    void fill(double[] x, double[] y, double darkness) {
        int top = (int) Math.max(0, Arrays.stream(y).min().orElseThrow() - 1);
        int bottom = (int) Math.min(height - 1, Arrays.stream(y).max().orElseThrow() + 1);
        int left = (int) Math.max(0, Arrays.stream(x).min().orElseThrow() - 1);
        int right = (int) Math.min(width - 1, Arrays.stream(x).max().orElseThrow() + 1);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double inside = depth(x, y, column + 0.5, row + 0.5) + 0.5;
                darken(column, row, (float) (darkness * Math.max(0, Math.min(1, inside))));
            }
        }
    }

    /** Distance from the nearest edge's line, positive inside. */
    private static double depth(double[] x, double[] y, double px, double py) {
        double depth = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            int next = (i + 1) % x.length;
            double dx = x[next] - x[i];
            double dy = y[next] - y[i];
            depth = Math.min(depth, (dx * (py - y[i]) - dy * (px - x[i])) / Math.hypot(dx, dy));
        }
        return depth;
    }

    /** Adds a transparent tint to what is there. */
    void tint(int x, int y, double darkness) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            int at = y * width + x;
            coverage[at] = 1 - (1 - coverage[at]) * (1 - (float) darkness);
        }
    }

    /** One link of the chain: a capsule whose radius changes from end to end. */
    private void segment(Stroke stroke, int i, float darkness) {
        double x0 = stroke.x()[i - 1];
        double y0 = stroke.y()[i - 1];
        double r0 = stroke.radius()[i - 1];
        double dx = stroke.x()[i] - x0;
        double dy = stroke.y()[i] - y0;
        double dr = stroke.radius()[i] - r0;
        double reach = Math.max(r0, r0 + dr) + 1;
        double scale = 1 / Math.max(1e-9, dx * dx + dy * dy);
        int top = (int) Math.max(0, Math.min(y0, y0 + dy) - reach);
        int bottom = (int) Math.min(height - 1, Math.max(y0, y0 + dy) + reach);
        int left = (int) Math.max(0, Math.min(x0, x0 + dx) - reach);
        int right = (int) Math.min(width - 1, Math.max(x0, x0 + dx) + reach);
        for (int y = top; y <= bottom; y++) {
            double py = y + 0.5 - y0;
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - x0;
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) * scale));
                double ex = px - t * dx;
                double ey = py - t * dy;
                double radius = r0 + t * dr + 0.5;
                double distanceSquared = ex * ex + ey * ey;
                if (distanceSquared < radius * radius) {
                    darken(x, y, darkness * (float) Math.min(1, radius - Math.sqrt(distanceSquared)));
                }
            }
        }
    }

    private void darken(int x, int y, float darkness) {
        int at = y * width + x;
        coverage[at] = Math.max(coverage[at], darkness);
    }
}
