package numeral.scan;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a page says of itself, read without decoding it.
 *
 * @param bitsPerPixel of all its channels together
 * @param declaredDpi horizontal, dots per inch
 * @param warnings what is odd about the file, though the page can be read
 */
record PageHeader(long widthPx, long heightPx, long bitsPerPixel, OptionalDouble declaredDpi, List<String> warnings) {
    PageHeader {
        warnings = List.copyOf(warnings);
    }

    /** Refuses a page whose decoding would take more than a limit allows. */
    void check(ScanLimits limits) throws ScanFault {
        if (widthPx < 1 || heightPx < 1) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "claims " + widthPx + " x " + heightPx + " pixels");
        }
        if (widthPx > limits.maxSidePx() || heightPx > limits.maxSidePx()) {
            throw tooLarge("a side of " + limits.maxSidePx() + " pixels");
        }
        if (widthPx * heightPx > limits.maxPagePixels()) {
            throw tooLarge(limits.maxPagePixels() + " pixels");
        }
        if (widthPx * heightPx * bitsPerPixel / 8 > limits.maxEntryUnpackedBytes()) {
            throw tooLarge(limits.maxEntryUnpackedBytes() + " bytes decoded");
        }
    }

    private ScanFault tooLarge(String allowed) {
        return new ScanFault(
                ScanStatus.TOO_LARGE,
                "claims " + widthPx + " x " + heightPx + " pixels of " + bitsPerPixel + " bits, allowed is " + allowed);
    }
}
