package numeral.form;

import java.util.Arrays;

/** The 8-connected components of the ink of a bitmap: labels 1 to {@link #count()}, with area and bounding box of each. */
final class Components {
    private final Runs runs;
    private final int[] labelOf;
    private final int[] labels;
    private int count;
    private int[] area = new int[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private int[] top = new int[64];
    private int[] bottom = new int[64];

    private Components(Runs runs, int pixels) {
        this.runs = runs;
        labelOf = new int[runs.count()];
        labels = new int[pixels];
    }

    /** By runs of ink in rows: few numbers are compared where pixels are many. */
    static Components of(Bitmap ink) {
        Components components = new Components(Runs.of(ink), ink.width() * ink.height());
        components.label(ink.width());
        return components;
    }

    /** Numbers the components by their first pixels, row by row. */
    private void label(int width) {
        for (int run = 0; run < runs.count(); run++) {
            int root = runs.root(run);
            if (root == run) {
                labelOf[run] = ++count;
                grow(count);
                left[count] = width;
                top[count] = runs.row(run);
            }
            int label = labelOf[root];
            labelOf[run] = label;
            int from = runs.from(run);
            int to = runs.to(run);
            area[label] += to - from;
            left[label] = Math.min(left[label], from);
            right[label] = Math.max(right[label], to - 1);
            bottom[label] = runs.row(run);
            Arrays.fill(labels, runs.row(run) * width + from, runs.row(run) * width + to, label);
        }
    }

    private void grow(int label) {
        if (label == area.length) {
            area = Arrays.copyOf(area, 2 * label);
            left = Arrays.copyOf(left, 2 * label);
            right = Arrays.copyOf(right, 2 * label);
            top = Arrays.copyOf(top, 2 * label);
            bottom = Arrays.copyOf(bottom, 2 * label);
        }
    }

    int count() {
        return count;
    }

    /** All their ink, row by row. */
    Runs runs() {
        return runs;
    }

    /** The component that a run belongs to. */
    int labelOf(int run) {
        return labelOf[run];
    }

    /** Label of each pixel, 0 = paper. */
    int[] labels() {
        return labels;
    }

    int area(int label) {
        return area[label];
    }

    int left(int label) {
        return left[label];
    }

    /** The last column of the component. */
    int right(int label) {
        return right[label];
    }

    int top(int label) {
        return top[label];
    }

    /** The last row of the component. */
    int bottom(int label) {
        return bottom[label];
    }

    int width(int label) {
        return right[label] - left[label] + 1;
    }

    int height(int label) {
        return bottom[label] - top[label] + 1;
    }
}
