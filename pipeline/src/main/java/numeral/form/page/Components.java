package numeral.form.page;

import java.util.Arrays;

/** The 8-connected components of the ink of a bitmap: labels 1 to {@link #count()}, with area and bounding box of each. */
public final class Components {
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
    public static Components of(Bitmap ink) {
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

    /** How many components there are. */
    public int count() {
        return count;
    }

    /** All their ink, row by row. */
    public Runs runs() {
        return runs;
    }

    /** The component that a run belongs to. */
    public int labelOf(int run) {
        return labelOf[run];
    }

    /** Label of each pixel, 0 = paper; laid out when first asked for, since fields do without. */
    public int[] labels() {
        if (labels == null) {
            labels = new int[width * height];
            for (int run = 0; run < runs.count(); run++) {
                int row = runs.row(run) * width;
                Arrays.fill(labels, row + runs.from(run), row + runs.to(run), labelOf[run]);
            }
        }
        return labels;
    }

    /** Pixels of the component. */
    public int area(int label) {
        return area[label];
    }

    /** The first column of the component. */
    public int left(int label) {
        return left[label];
    }

    /** The last column of the component. */
    public int right(int label) {
        return right[label];
    }

    /** The first row of the component. */
    public int top(int label) {
        return top[label];
    }

    /** The last row of the component. */
    public int bottom(int label) {
        return bottom[label];
    }

    /** Columns from its first to its last. */
    public int width(int label) {
        return right[label] - left[label] + 1;
    }

    /** Rows from its first to its last. */
    public int height(int label) {
        return bottom[label] - top[label] + 1;
    }
}
