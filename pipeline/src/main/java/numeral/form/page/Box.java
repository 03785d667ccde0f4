package numeral.form.page;

/** An upright rectangle by its top left corner and its size; in template millimetres or in page pixels, as the name of its holder says. */
public record Box(double x, double y, double w, double h) {

    /** The right edge. */
    public double right() {
        return x + w;
    }

    /** The lower edge. */
    public double bottom() {
        return y + h;
    }

    /** Whether the other lies inside, edges included. */
    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** Whether both share more than a margin of that width. */
    public boolean overlaps(Box other, double margin) {
        return other.x < right() - margin
                && x < other.right() - margin
                && other.y < bottom() - margin
                && y < other.bottom() - margin;
    }
}
