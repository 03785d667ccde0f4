package numeral.scan;

/**
 * One page as scanned.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bilevel whether there is nothing but black and paper
 * @param pixels row by row. Of a grey page one unsigned byte per pixel, 0 black to 255 paper; colour becomes its darkest channel, so that blue and
 *     red ink survive. Of a bilevel page eight pixels a byte, the first in the highest bit, 1 = paper; rows begin with a byte of their own, and what
 *     is left of their last one is paper. Handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred megapixels are not copied for the sake of equality
public record PageImage(int width, int height, boolean bilevel, byte[] pixels) {
    private static final byte PAPER = (byte) 0xff;

    /** Refuses sides below 1 and a length that does not go with them. */
    public PageImage {
        if (width < 1 || height < 1 || pixels.length != (long) (bilevel ? rowBytes(width) : width) * height) {
            throw new IllegalArgumentException("page image: expected the bytes of width x height pixels, found " + width
                    + " x " + height + " and " + pixels.length);
        }
    }

    /** A grey page. */
    PageImage(int width, int height, byte[] grey) {
        this(width, height, false, grey);
    }

    /** Bytes that a row of so many bilevel pixels takes. */
    static int rowBytes(int width) {
        return (width + 7) / 8;
    }

    /** One unsigned byte per pixel, row by row, 0 black to 255 paper. */
    public byte[] grey() {
        if (!bilevel) {
            return pixels;
        }
        byte[] grey = new byte[Math.multiplyExact(width, height)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int row = y * rowBytes(width);
            for (int x = 0; x < width; x++) {
                grey[at++] = (pixels[row + x / 8] >> (7 - x % 8) & 1) == 0 ? 0 : PAPER;
            }
        }
        return grey;
    }
}
