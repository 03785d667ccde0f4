package numeral.synth;

import java.util.List;
import java.util.SplittableRandom;
import numeral.form.page.Box;

/**
 * Where the paper lies under the scanner: an affine map from template millimetres to page pixels,
 * {@code x_px = xx * x + xy * y + x0} and likewise for y.
 */
record Placement(double xx, double xy, double x0, double yx, double yy, double y0) {
    private static final double MM_PER_INCH = 25.4;
    private static final double MARGIN_MM = 2;

    /**
     * Turned about the middle of the page, stretched by the feeder and shifted, but never so far that the content leaves the scan.
     *
     * @param content what has to stay on the page, in millimetres
     */
    static Placement of(
            double widthMm, double heightMm, Box content, double dpi, Effects.Feeder feeder, SplittableRandom random) {
        double pxPerMm = dpi / MM_PER_INCH;
        double angle = Math.toRadians(within(feeder.skewDeg(), random));
        double stretchX = 1 + within(feeder.stretch(), random);
        double stretchY = 1 + within(feeder.stretch(), random);
        double wishX = within(feeder.shiftMm(), random) * pxPerMm;
        double wishY = within(feeder.shiftMm(), random) * pxPerMm;
        double xx = pxPerMm * stretchX * Math.cos(angle);
        double xy = -pxPerMm * stretchX * Math.sin(angle);
        double yx = pxPerMm * stretchY * Math.sin(angle);
        double yy = pxPerMm * stretchY * Math.cos(angle);
        Placement centred = new Placement(
                xx,
                xy,
                pxPerMm * widthMm / 2 - xx * widthMm / 2 - xy * heightMm / 2,
                yx,
                yy,
                pxPerMm * heightMm / 2 - yx * widthMm / 2 - yy * heightMm / 2);
        return centred.shifted(wishX, wishY, content, pxPerMm * widthMm, pxPerMm * heightMm, MARGIN_MM * pxPerMm);
    }

    private Placement shifted(
            double wishX, double wishY, Box content, double widthPx, double heightPx, double marginPx) {
        double[] x = {content.x(), content.x() + content.w()};
        double[] y = {content.y(), content.y() + content.h()};
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double cornerX : x) {
            for (double cornerY : y) {
                left = Math.min(left, xPx(cornerX, cornerY));
                right = Math.max(right, xPx(cornerX, cornerY));
                top = Math.min(top, yPx(cornerX, cornerY));
                bottom = Math.max(bottom, yPx(cornerX, cornerY));
            }
        }
        double shiftX = Math.min(Math.max(wishX, marginPx - left), widthPx - marginPx - right);
        double shiftY = Math.min(Math.max(wishY, marginPx - top), heightPx - marginPx - bottom);
        return new Placement(xx, xy, x0 + shiftX, yx, yy, y0 + shiftY);
    }

    /** For what is on the other side of the paper, given in that side's millimetres. */
    Placement mirrored(double widthMm) {
        return new Placement(-xx, xy, x0 + xx * widthMm, -yx, yy, y0 + yx * widthMm);
    }

    double xPx(double xMm, double yMm) {
        return xx * xMm + xy * yMm + x0;
    }

    double yPx(double xMm, double yMm) {
        return yx * xMm + yy * yMm + y0;
    }

    /** Strokes given in millimetres. */
    List<Stroke> place(List<Stroke> strokes) {
        return strokes.stream().map(this::place).toList();
    }

    private Stroke place(Stroke stroke) {
        double scale = Math.sqrt(Math.abs(xx * yy - xy * yx));
        double[] x = new double[stroke.points()];
        double[] y = new double[stroke.points()];
        double[] radius = new double[stroke.points()];
        for (int i = 0; i < stroke.points(); i++) {
            x[i] = xPx(stroke.x()[i], stroke.y()[i]);
            y[i] = yPx(stroke.x()[i], stroke.y()[i]);
            radius[i] = stroke.radius()[i] * scale;
        }
        return new Stroke(x, y, radius);
    }

    private static double within(double limit, SplittableRandom random) {
        return limit * (2 * random.nextDouble() - 1);
    }
}
