package numeral.form.page;

/** A grey page: one unsigned byte a pixel, row by row. */
@SuppressWarnings("ArrayRecordComponent") // a page is not copied for the sake of equality
public record Raster(int width, int height, byte[] grey) implements Page {
    /** More words than this cost more than they spare. */
    private static final int MOST_WORDS = 24;
    /** Grey this close to black or paper counts as bilevel. */
    private static final int NEARLY = 8;
    /** Pixels that tell whether a page is bilevel. */
    private static final int LOOKED_AT = 20_000;

    public Raster {
        if (width < 1 || height < 1 || grey.length != (long) width * height) {
            throw new IllegalArgumentException("page of " + width + " x " + height + " pixels with " + grey.length
                    + " bytes: expected one byte a pixel");
        }
    }

    /** Whether there is nothing but black and paper, up to 1 % of the pixels. */
    @Override
    public boolean bilevel() {
        int stride = Math.max(1, grey.length / LOOKED_AT);
        int seen = 0;
        int between = 0;
        for (int i = 0; i < grey.length; i += stride) {
            int value = grey[i] & 0xff;
            seen++;
            between += value > NEARLY && value < PAPER - NEARLY ? 1 : 0;
        }
        return between * 100L < seen;
    }

    @Override
    public int grey(int column, int row) {
        return grey[row * width + column] & 0xff;
    }

    @Override
    public Raster reduced(int fx, int fy) {
        return fx == 1 && fy == 1 ? this : BlockMeans.of(this, fx, fy);
    }

    @Override
    public void sumBeside(int[] columns, int[] rows, int stepX, int stepY, int[] sums) {
        int reach = sums.length / 2;
        int step = stepY * width + stepX;
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            int row = rows[i];
            if (inside(column - reach * stepX, row - reach * stepY)
                    && inside(column + reach * stepX, row + reach * stepY)) {
                add(row * width + column - reach * step, step, sums);
            } else {
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += at(column + (k - reach) * stepX, row + (k - reach) * stepY);
                }
            }
        }
    }

    private void add(int from, int step, int[] sums) {
        int at = from;
        for (int k = 0; k < sums.length; k++) {
            sums[k] += grey[at] & 0xff;
            at += step;
        }
    }

    private boolean inside(int column, int row) {
        return column >= 0 && row >= 0 && column < width && row < height;
    }

    @Override
    public boolean paper(int left, int top, int right, int bottom) {
        int words = (right - left) / Long.BYTES + 1;
        int rows = bottom - top + 1;
        return words * rows <= MOST_WORDS
                && left + words * Long.BYTES <= width
                && Words.paper(grey, top * width + left, width, rows, words);
    }

    @Override
    public void interpolate(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            long px = x + (i - from) * stepX;
            long py = y + (i - from) * stepY;
            target[i] = (byte) bilinear(px, py);
        }
    }

    private int bilinear(long x, long y) {
        int at = (int) (y >> 32) * width + (int) (x >> 32);
        int below = at + width;
        int fx = (int) (x >> 24) & 0xff;
        int fy = (int) (y >> 24) & 0xff;
        int upper = (grey[at] & 0xff) * (256 - fx) + (grey[at + 1] & 0xff) * fx;
        int lower = (grey[below] & 0xff) * (256 - fx) + (grey[below + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + 0x8000) >> 16;
    }
}
