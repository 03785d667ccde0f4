package numeral.synth;

import java.util.List;
import java.util.SplittableRandom;

/** The paper itself: ink that shows from its other side, coffee, and the black of the lid around it. */
final class Sheet {
    private static final double MM_PER_INCH = 25.4;
    /** Farther away than any page reaches. */
    private static final double FAR_MM = 400;

    private final double widthMm;
    private final double heightMm;
    private final Placement placement;
    private final SplittableRandom random;

    Sheet(double widthMm, double heightMm, Placement placement, SplittableRandom random) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.placement = placement;
        this.random = random;
    }

    /** @param back strokes of the other side, in its own millimetres */
    void bleedThrough(Ink ink, List<Stroke> back, double darkness) {
        if (darkness > 0) {
            ink.draw(placement.mirrored(widthMm).place(back), darkness * random.nextDouble());
        }
    }

    /** One ring of a cup, darker where the coffee ran together. */
    void stain(Ink ink, double dpi) {
        double pxPerMm = dpi / MM_PER_INCH;
        double xMm = random.nextDouble() * widthMm;
        double yMm = random.nextDouble() * heightMm;
        double x = placement.xPx(xMm, yMm);
        double y = placement.yPx(xMm, yMm);
        double radius = random.nextDouble(33, 42) * pxPerMm;
        double breadth = random.nextDouble(0.8, 2.5) * pxPerMm;
        double darkness = random.nextDouble(0.15, 0.45);
        double phase = random.nextDouble() * 2 * Math.PI;
        int reach = (int) (radius + 4 * breadth);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double distance = Math.hypot(dx, dy);
                double fromRing = (distance - radius) / breadth;
                double pooled = 0.6 + 0.4 * Math.cos(Math.atan2(dy, dx) - phase);
                // a hard outer rim, a soft inner one, a faint film inside
                double ring = fromRing > 0 ? Math.exp(-4 * fromRing * fromRing) : Math.exp(-0.5 * fromRing * fromRing);
                double film = distance < radius ? 0.12 : 0;
                ink.tint((int) x + dx, (int) y + dy, darkness * pooled * Math.max(ring, film));
            }
        }
    }

    /** Black wherever the scan reaches beyond the paper. */
    void border(Ink ink) {
        outside(ink, 0, 0, widthMm, 0, 0, -FAR_MM);
        outside(ink, widthMm, 0, widthMm, heightMm, FAR_MM, 0);
        outside(ink, widthMm, heightMm, 0, heightMm, 0, FAR_MM);
        outside(ink, 0, heightMm, 0, 0, -FAR_MM, 0);
    }

    /** Fills what lies beyond one edge, from its end to its start, then outwards; longer than the edge at both ends. */
    private void outside(Ink ink, double x1, double y1, double x2, double y2, double outX, double outY) {
        double alongX = Math.signum(x2 - x1) * FAR_MM;
        double alongY = Math.signum(y2 - y1) * FAR_MM;
        double[] xMm = {x2 + alongX, x1 - alongX, x1 - alongX + outX, x2 + alongX + outX};
        double[] yMm = {y2 + alongY, y1 - alongY, y1 - alongY + outY, y2 + alongY + outY};
        double[] x = new double[4];
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = placement.xPx(xMm[i], yMm[i]);
            y[i] = placement.yPx(xMm[i], yMm[i]);
        }
        ink.fill(x, y, 0.97);
    }
}
