package numeral.form.single;

import numeral.form.page.Page;
import numeral.form.page.Raster;

/** Uneven light on the paper of a small image, as in photographs: how its grey goes from side to side, told by the medians along its four borders. */
final class Shading {
    /** Width of the borders as a share of the shorter side. */
    private static final double BORDER = 0.05;
    /** Difference across the image, in grey, from which on it is evened out; and how well both directions have to agree on the middle. */
    private static final double LEAST = 16;
    /** Darker than this is no paper that light falls upon. */
    private static final double DARK = 64;

    private Shading() {}

    /**
     * The image with its paper as bright everywhere as in the middle; the image itself where it is so already, where a border is dark, or where the borders
     * tell of something else than light, for example of a line along one of them.
     */
    static Raster evened(Raster image) {
        int w = image.width();
        int h = image.height();
        int border = Math.max(1, (int) (BORDER * Math.min(w, h)));
        double left = median(image, 0, 0, border, h);
        double right = median(image, w - border, 0, w, h);
        double top = median(image, 0, 0, w, border);
        double bottom = median(image, 0, h - border, w, h);
        double middle = (left + right + top + bottom) / 4;
        double across = (right - left) / w;
        double down = (bottom - top) / h;
        double range = Math.abs(right - left) + Math.abs(bottom - top);
        if (range < LEAST || middle - range / 2 < DARK || Math.abs(left + right - top - bottom) / 2 > LEAST) {
            return image;
        }
        byte[] even = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double paper = middle + across * (x + 0.5 - w / 2.0) + down * (y + 0.5 - h / 2.0);
                even[y * w + x] = (byte) Math.min(Page.PAPER, Math.round(image.grey(x, y) * middle / paper));
            }
        }
        return new Raster(w, h, even);
    }

    private static double median(Raster image, int left, int top, int right, int bottom) {
        return new Histogram(image, left, top, right, bottom).grey(0.5);
    }
}
