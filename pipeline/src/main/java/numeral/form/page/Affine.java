package numeral.form.page;

/** An affine map of the plane: {@code x' = xx*x + xy*y + x0}, {@code y' = yx*x + yy*y + y0}. */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

    /** Where a point comes to, across. */
    public double x(double x, double y) {
        return xx * x + xy * y + x0;
    }

    /** Where a point comes to, down. */
    public double y(double x, double y) {
        return yx * x + yy * y + y0;
    }

    /** Scales both axes about the origin. */
    public static Affine scale(double sx, double sy) {
        return new Affine(sx, 0, 0, 0, sy, 0);
    }

    /** Turns clockwise on a page whose y runs downwards, around the origin. */
    public static Affine rotation(double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Affine(cos, -sin, 0, sin, cos, 0);
    }

    /** The map that applies this one and then the other. */
    public Affine then(Affine next) {
        return new Affine(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.x(x0, y0),
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.y(x0, y0));
    }

    /** The way back. */
    public Affine inverse() {
        double determinant = xx * yy - xy * yx;
        double ixx = yy / determinant;
        double ixy = -xy / determinant;
        double iyx = -yx / determinant;
        double iyy = xx / determinant;
        return new Affine(ixx, ixy, -(ixx * x0 + ixy * y0), iyx, iyy, -(iyx * x0 + iyy * y0));
    }

    /** How far the image moves along the unit direction {@code (nx, ny)} when the original moves by one in the best direction. */
    public double scaleAlong(double nx, double ny) {
        return Math.hypot(xx * nx + yx * ny, xy * nx + yy * ny);
    }

    /** Whether left and right are exchanged. */
    public boolean mirrors() {
        return xx * yy - xy * yx < 0;
    }

    /** Mean scale: square root of the area that a unit square becomes. */
    public double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    /** Smallest upright box around the image of a box. */
    public Box bounds(Box box) {
        double[] xs = {
            x(box.x(), box.y()), x(box.right(), box.y()), x(box.x(), box.bottom()), x(box.right(), box.bottom())
        };
        double[] ys = {
            y(box.x(), box.y()), y(box.right(), box.y()), y(box.x(), box.bottom()), y(box.right(), box.bottom())
        };
        double left = Math.min(Math.min(xs[0], xs[1]), Math.min(xs[2], xs[3]));
        double top = Math.min(Math.min(ys[0], ys[1]), Math.min(ys[2], ys[3]));
        double right = Math.max(Math.max(xs[0], xs[1]), Math.max(xs[2], xs[3]));
        double bottom = Math.max(Math.max(ys[0], ys[1]), Math.max(ys[2], ys[3]));
        return new Box(left, top, right - left, bottom - top);
    }
}
