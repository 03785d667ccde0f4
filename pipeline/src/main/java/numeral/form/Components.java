package numeral.form;

import java.util.Arrays;

/** The 8-connected components of the ink of a bitmap: labels 1 to {@link #count()}, with area and bounding box of each. */
final class Components {
    private final Runs runs;
    private final int[] labelOf;
    private final int width;
    private final int height;
    private int[] labels;
    private int count;
    private int[] area = new int[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private int[] top = new int[64];
    private int[] bottom = new int[64];

    private Components(Runs runs, int width, int height) {
        this.runs = runs;
        this.width = width;
        this.height = height;
        labelOf = new int[runs.count()];
    }

    /** By runs of ink in rows: few numbers are compared where pixels are many. */
    static Components of(Bitmap ink) {
        Components components = new Components(Runs.of(ink), ink.width(), ink.height());
        components.label();
        return components;
    }

    /** Numbers the components by their first pixels, row by row. */
    private void label() {
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

    /** Label of each pixel, 0 = paper; laid out when first asked for, since rows of cells do without. */
    int[] labels() {
        if (labels == null) {
            labels = new int[width * height];
            for (int run = 0; run < runs.count(); run++) {
                int row = runs.row(run) * width;
                Arrays.fill(labels, row + runs.from(run), row + runs.to(run), labelOf[run]);
            }
        }
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
