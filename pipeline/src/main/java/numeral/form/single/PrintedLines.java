package numeral.form.single;

import java.util.stream.IntStream;
import numeral.form.page.Components;

/**
 * The lines that were printed around a digit: along a border of its image, or as a frame.
 *
 * @param components of the image's ink
 * @param width of the image in pixels
 * @param height of the image in pixels
 */
record PrintedLines(Components components, int width, int height) {
    /** Of a border line, shares of the image's side: its length, its thickness, how far from the border it may lie. */
    private static final double LENGTH = 0.9;

    private static final double THIN = 0.08;
    private static final double NEAR = 0.2;
    /** Least share of the image's sides that a frame spans, and of its height that the digit inside has. */
    private static final double FRAME = 0.8;

    private static final double INSIDE = 0.3;
    private static final int SIDES = 4;

    /** Whether a component is such a line. */
    boolean contains(int label) {
        return alongBorder(label) || frame(label);
    }

    /** Straight, along nearly all of a border and close to it. */
    private boolean alongBorder(int label) {
        boolean level = components.width(label) >= LENGTH * width
                && components.height(label) <= THIN * height
                && (components.bottom(label) < NEAR * height || components.top(label) > (1 - NEAR) * height);
        boolean upright = components.height(label) >= LENGTH * height
                && components.width(label) <= THIN * width
                && (components.right(label) < NEAR * width || components.left(label) > (1 - NEAR) * width);
        return level || upright;
    }

    /** Thin, around nearly all of the image, and with something of a digit's size inside. */
    private boolean frame(int label) {
        return components.width(label) >= FRAME * width
                && components.height(label) >= FRAME * height
                && components.area(label) <= THIN * SIDES * components.width(label) * components.height(label)
                && IntStream.rangeClosed(1, components.count()).anyMatch(inner -> isDigitInside(inner, label));
    }

    private boolean isDigitInside(int inner, int frame) {
        return components.height(inner) >= INSIDE * components.height(frame)
                && components.left(inner) > components.left(frame)
                && components.right(inner) < components.right(frame)
                && components.top(inner) > components.top(frame)
                && components.bottom(inner) < components.bottom(frame);
    }
}
