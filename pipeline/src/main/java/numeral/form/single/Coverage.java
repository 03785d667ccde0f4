package numeral.form.single;

import numeral.form.page.Components;
import numeral.form.page.Raster;

/** How much of each pixel is a digit's ink: its components, and the soft edge around them, which is lighter than ink and darker than paper. */
final class Coverage {
    /** Width of the soft edge as a share of the digit's longest side; a pixel at least. */
    private static final double EDGE = 0.05;

    private static final int FULL = 255;

    private Coverage() {}

    /**
     * The part of the image that has the digit, from 0 for paper to 255 for the fullest ink.
     *
     * @param kept whether each label is of the digit; at least one is
     */
    static Raster of(Raster image, Tones tones, Components components, boolean[] kept) {
        int left = image.width();
        int top = image.height();
        int right = 0;
        int bottom = 0;
        for (int label = 1; label <= components.count(); label++) {
            if (kept[label]) {
                left = Math.min(left, components.left(label));
                top = Math.min(top, components.top(label));
                right = Math.max(right, components.right(label));
                bottom = Math.max(bottom, components.bottom(label));
            }
        }
        int edge = Math.max(1, (int) Math.round(EDGE * (Math.max(right - left, bottom - top) + 1)));
        left = Math.max(0, left - edge);
        top = Math.max(0, top - edge);
        int width = Math.min(image.width() - 1, right + edge) + 1 - left;
        int height = Math.min(image.height() - 1, bottom + edge) + 1 - top;
        int[] labels = new int[width * height];
        boolean[] near = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = components.labels()[(top + i / width) * image.width() + left + i % width];
            near[i] = kept[labels[i]];
        }
        near = spread(near, height, width, width, 1, edge);
        near = spread(near, width, 1, height, width, edge);
        int[] ink = new int[labels.length];
        int fullest = 0;
        for (int i = 0; i < ink.length; i++) {
            if (near[i] && (labels[i] == 0 || kept[labels[i]])) {
                ink[i] = tones.fromPaper(image.grey(left + i % width, top + i / width));
                fullest = Math.max(fullest, ink[i]);
            }
        }
        byte[] shares = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            shares[i] = (byte) (FULL * ink[i] / fullest);
        }
        return new Raster(width, height, shares);
    }

    /** Marks what lies at most so many pixels beside a mark in the same line. */
    private static boolean[] spread(boolean[] marks, int lines, int lineStep, int pixels, int step, int reach) {
        boolean[] wider = new boolean[marks.length];
        for (int line = 0; line < lines; line++) {
            int first = line * lineStep;
            int before = -1 - reach;
            int behind = pixels + reach;
            for (int i = 0; i < pixels; i++) {
                int back = pixels - 1 - i;
                before = marks[first + i * step] ? i : before;
                behind = marks[first + back * step] ? back : behind;
                wider[first + i * step] |= i - before <= reach;
                wider[first + back * step] |= behind - back <= reach;
            }
        }
        return wider;
    }
}
