package numeral.synth;

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

    /** Draws strokes given in pixels. */
    void draw(List<Stroke> strokes) {
        for (Stroke stroke : strokes) {
            for (int i = 1; i < stroke.points(); i++) {
                segment(stroke, i);
            }
        }
    }

    /** Fills a rectangle whose edges may fall between pixels. */
    void fill(double left, double top, double right, double bottom, double darkness) {
        for (int y = Math.max(0, (int) top); y < Math.min(height, Math.ceil(bottom)); y++) {
            double rows = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = Math.max(0, (int) left); x < Math.min(width, Math.ceil(right)); x++) {
                double columns = Math.min(right, x + 1) - Math.max(left, x);
                darken(x, y, (float) (darkness * rows * columns));
            }
        }
    }

    /** One link of the chain: a capsule whose radius changes from end to end. */
    private void segment(Stroke stroke, int i) {
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
                    darken(x, y, (float) Math.min(1, radius - Math.sqrt(distanceSquared)));
                }
            }
        }
    }

    private void darken(int x, int y, float darkness) {
        int at = y * width + x;
        coverage[at] = Math.max(coverage[at], darkness);
    }
}
