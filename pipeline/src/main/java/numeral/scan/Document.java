package numeral.scan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file of page images whose structure has been read and whose pages can be decoded. */
sealed interface Document permits OnePage, TiffDocument, PdfDocument {
    /**
     * Reads the structure of a file of one of the kinds that hold pages; decodes nothing.
     *
     * @param limits of pages it looks for one more and no further
     */
    static Document read(Magic magic, byte[] bytes, ScanLimits limits) throws IOException, ScanFault {
        return switch (magic) {
            case PNG -> PngFile.read(bytes);
            case JPEG -> JpegFile.read(bytes);
            case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> TiffDocument.read(bytes, limits.maxPages());
            case BMP -> BmpFile.read(bytes);
            case PDF -> PdfDocument.read(bytes, limits);
            default -> throw new IllegalArgumentException("no page image: " + magic);
        };
    }

    /** Pages that were found; more than the most that were asked for means: too many. */
    int pages();

    /** What is wrong with the document behind its last page, if anything. */
    Optional<ScanFault> rest();

    /** What the page says of itself; like decoding, on a thread that may be given up. */
    PageHeader header(int page) throws IOException, ScanFault;

    /**
     * Decodes one page, on a thread that may be given up.
     *
     * @param stop checked by the decoder's input: once set, the next read fails
     * @param warnings takes what is odd about the page, though it can be read
     */
    PageImage decode(int page, StopSignal stop, List<String> warnings) throws IOException, ScanFault;
}
