package numeral.form;

import java.util.Arrays;

/** The 8-connected components of the ink of a bitmap: labels 1 to {@link #count()}, with area and bounding box of each. */
final class Components {
    private final int[] labels;
    private int count;
    private int[] area = new int[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private int[] top = new int[64];
    private int[] bottom = new int[64];

    private Components(int[] labels) {
        this.labels = labels;
    }

    static Components of(Bitmap ink) {
        int width = ink.width();
        int height = ink.height();
        int[] labels = new int[width * height];
        int[] parents = new int[256];
        int next = 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (ink.ink()[at] == 0) {
                    continue;
                }
                int label = x > 0 ? labels[at - 1] : 0;
                if (y > 0) {
                    for (int up = Math.max(0, x - 1); up <= Math.min(width - 1, x + 1); up++) {
                        int other = labels[at - width + up - x];
                        if (other != 0) {
                            label = label == 0 ? other : union(parents, label, other);
                        }
                    }
                }
                if (label == 0) {
                    if (next == parents.length) {
                        parents = Arrays.copyOf(parents, 2 * next);
                    }
                    parents[next] = next;
                    label = next++;
                }
                labels[at] = label;
            }
        }
        Components components = new Components(labels);
        components.measure(width, parents, next);
        return components;
    }

    private static int root(int[] parents, int label) {
        int root = label;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private static int union(int[] parents, int a, int b) {
        int rootA = root(parents, a);
        int rootB = root(parents, b);
        int lower = Math.min(rootA, rootB);
        parents[Math.max(rootA, rootB)] = lower;
        return lower;
    }

    private void measure(int width, int[] parents, int next) {
        int[] finalLabels = new int[next];
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] == 0) {
                continue;
            }
            int root = root(parents, labels[at]);
            if (finalLabels[root] == 0) {
                finalLabels[root] = ++count;
                grow(count);
            }
            int label = finalLabels[root];
            labels[at] = label;
            int x = at % width;
            int y = at / width;
            if (area[label]++ == 0) {
                left[label] = x;
                right[label] = x;
                top[label] = y;
            }
            left[label] = Math.min(left[label], x);
            right[label] = Math.max(right[label], x);
            bottom[label] = y;
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
