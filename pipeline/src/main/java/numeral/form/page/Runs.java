package numeral.form.page;

import java.util.Arrays;

/** The runs of ink in the rows of a bitmap, those that touch each other joined, 8-connected; the root of a set is its first run. */
public final class Runs {
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] row = new int[256];
    private int[] parent = new int[256];
    private int count;

    private Runs() {}

    static Runs of(Bitmap ink) {
        Runs runs = new Runs();
        int above = 0;
        for (int y = 0; y < ink.height(); y++) {
            int first = runs.count;
            runs.addRow(ink, y);
            runs.join(above, first);
            above = first;
        }
        return runs;
    }

    private void addRow(Bitmap ink, int y) {
        byte[] pixels = ink.ink();
        int start = y * ink.width();
        int end = start + ink.width();
        int to;
        for (int at = Words.firstOther(pixels, start, end, 0); at < end; at = Words.firstOther(pixels, to, end, 0)) {
            to = Words.firstOther(pixels, at, end, Words.INK);
            add(at - start, to - start, y);
        }
    }

    private void add(int first, int behind, int y) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            row = Arrays.copyOf(row, 2 * count);
            parent = Arrays.copyOf(parent, 2 * count);
        }
        from[count] = first;
        to[count] = behind;
        row[count] = y;
        parent[count] = count++;
    }

    /** Joins the last row's runs, from {@code first} on, with those above them, from {@code above} on. */
    private void join(int above, int first) {
        int up = above;
        int down = first;
        while (up < first && down < count) {
            if (from[up] <= to[down] && from[down] <= to[up]) {
                union(up, down);
            }
            if (to[up] < to[down]) {
                up++;
            } else {
                down++;
            }
        }
    }

    private void union(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    /** How many runs there are, numbered row by row from 0. */
    public int count() {
        return count;
    }

    int root(int run) {
        int root = run;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** First column. */
    public int from(int run) {
        return from[run];
    }

    /** The column behind its last. */
    public int to(int run) {
        return to[run];
    }

    /** The row it lies in. */
    public int row(int run) {
        return row[run];
    }
}
