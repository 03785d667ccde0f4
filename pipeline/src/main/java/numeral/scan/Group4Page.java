package numeral.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of a TIFF in Group 4 as scanners write it: strips, one bit a pixel.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rowsPerStrip rows of each strip but the last
 * @param strips in their order down the page
 * @param whiteIsZero whether what is coded as white is paper, and not black
 */
record Group4Page(int width, int height, int rowsPerStrip, List<Strip> strips, boolean whiteIsZero) {
    /** Bytes that a decoder may look beyond the end. */
    private static final int MARGIN = Long.BYTES;

    /** Where the bytes of a strip lie in the file. */
    record Strip(int offset, int bytes) {}

    /** The page; empty where it is not written as strictly as {@link Group4} wants it. */
    Optional<PageImage> decode(byte[] file) {
        int stride = PageImage.rowBytes(width);
        byte[] rows = new byte[stride * height];
        Arrays.fill(rows, (byte) 0xff);
        int row = 0;
        for (Strip strip : strips) {
            byte[] coded = Arrays.copyOfRange(file, strip.offset(), strip.offset() + strip.bytes() + MARGIN);
            int number = Math.min(rowsPerStrip, height - row);
            if (!new Group4(coded, strip.bytes(), width).decode(rows, row * stride, stride, number)) {
                return Optional.empty();
            }
            row += number;
        }
        if (!whiteIsZero) {
            invert(rows, stride);
        }
        return Optional.of(new PageImage(width, height, true, rows));
    }

    private void invert(byte[] rows, int stride) {
        int beyond = (1 << stride * Byte.SIZE - width) - 1;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) ~rows[i];
        }
        for (int last = stride - 1; last < rows.length; last += stride) {
            rows[last] |= (byte) beyond;
        }
    }
}
