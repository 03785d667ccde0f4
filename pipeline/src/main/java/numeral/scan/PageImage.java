package numeral.scan;

/**
 * One page as scanned.
 *
 * @param width in pixels
 * @param height in pixels
 * @param grey one unsigned byte per pixel, row by row, 0 black to 255 paper; colour becomes its darkest channel, so that blue and red ink
 *     survive; handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred megapixels are not copied for the sake of equality
public record PageImage(int width, int height, byte[] grey) {
    /** Refuses sides below 1 and a length other than width times height. */
    public PageImage {
        if (width < 1 || height < 1 || grey.length != (long) width * height) {
            throw new IllegalArgumentException("page image: expected width x height bytes, found " + width + " x "
                    + height + " and " + grey.length);
        }
    }
}
