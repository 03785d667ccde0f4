package numeral.form.page;

import java.util.Arrays;

/** Lays a page out anew, interpolated in 256ths of a pixel; coordinates have 32 bits behind the point. */
final class Warping {
    /** Pixels of a row that are looked at together. */
    private static final int STRETCH = 16;

    private final Page page;
    private final Affine toPage;
    private final long stepX;
    private final long stepY;

    Warping(Page page, Affine toPage) {
        this.page = page;
        this.toPage = toPage;
        stepX = fixed(toPage.xx());
        stepY = fixed(toPage.yx());
    }

    Raster raster(int width, int height) {
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            row(firstX(y), firstY(y), width, grey, y * width);
        }
        return new Raster(width, height, grey);
    }

    /** What is darker than the middle of the grey scale on {@link #raster}, of a page without grey. */
    Bitmap ink(BilevelPage bits, int width, int height) {
        Bitmap ink = new Bitmap(width, height);
        byte[] grey = new byte[width];
        for (int y = 0; y < height; y++) {
            long px = firstX(y);
            long py = firstY(y);
            if (bits.along(stepX) && inside(px, py, width)) {
                bits.ink(px, py, stepX, stepY, ink.ink(), y * width, (y + 1) * width);
            } else {
                row(px, py, width, grey, 0);
                Bitmap.darker(grey, Bitmap.MIDDLE, ink.ink(), y * width);
            }
        }
        return ink;
    }

    private long firstX(int y) {
        return fixed(toPage.x(0.5, y + 0.5) - 0.5);
    }

    private long firstY(int y) {
        return fixed(toPage.y(0.5, y + 0.5) - 0.5);
    }

    /** Whether so many points of a row all lie between the middles of four pixels. */
    private boolean inside(long px, long py, int width) {
        return interior(px, py) && interior(px + (width - 1) * stepX, py + (width - 1) * stepY);
    }

    private void row(long px, long py, int width, byte[] grey, int at) {
        boolean inside = inside(px, py, width);
        for (int from = 0; from < width; from += STRETCH) {
            int to = Math.min(width, from + STRETCH);
            stretch(px + from * stepX, py + from * stepY, inside, grey, at + from, at + to);
        }
    }

    private static long fixed(double x) {
        return (long) Math.floor(x * (1L << 32));
    }

    private void stretch(long fromX, long fromY, boolean inside, byte[] grey, int from, int to) {
        if (inside && paper(fromX, fromY, fromX + (to - 1 - from) * stepX, fromY + (to - 1 - from) * stepY)) {
            Arrays.fill(grey, from, to, (byte) Page.PAPER);
            return;
        }
        if (inside) {
            page.interpolate(fromX, fromY, stepX, stepY, grey, from, to);
            return;
        }
        long x = fromX;
        long y = fromY;
        for (int at = from; at < to; at++) {
            if (interior(x, y)) {
                page.interpolate(x, y, stepX, stepY, grey, at, at + 1);
            } else {
                grey[at] = (byte) nearest(x, y);
            }
            x += stepX;
            y += stepY;
        }
    }

    /** Whether all is paper around a stretch from one point to another. */
    private boolean paper(long fromX, long fromY, long toX, long toY) {
        return page.paper(
                (int) (Math.min(fromX, toX) >> 32),
                (int) (Math.min(fromY, toY) >> 32),
                (int) (Math.max(fromX, toX) >> 32) + 1,
                (int) (Math.max(fromY, toY) >> 32) + 1);
    }

    /** Whether the point lies between the middles of four pixels. */
    private boolean interior(long x, long y) {
        return x >= 0 && y >= 0 && (x >> 32) + 1 < page.width() && (y >> 32) + 1 < page.height();
    }

    private int nearest(long x, long y) {
        return page.at((x >> 24) / 256.0 + 0.5, (y >> 24) / 256.0 + 0.5);
    }
}
