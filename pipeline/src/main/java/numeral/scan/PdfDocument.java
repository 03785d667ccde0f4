package numeral.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;

/** A PDF: the scan itself where a page is nothing but one, else the page drawn at 300 dpi. */
final class PdfDocument implements Document {
    private static final int END_WINDOW_BYTES = 4096;

    private final byte[] bytes;
    private final ScanLimits limits;
    private final int pages;
    /** PDFBox's document is for one thread at a time: lent, and not there while a thread that was given up still has it. */
    private final AtomicReference<PDDocument> idle;

    private PdfDocument(byte[] bytes, ScanLimits limits, PDDocument pdf) {
        this.bytes = bytes;
        this.limits = limits;
        this.pages = pdf.getNumberOfPages();
        this.idle = new AtomicReference<>(pdf);
    }

    static PdfDocument read(byte[] bytes, ScanLimits limits) throws IOException, ScanFault {
        // PDFBox repairs what was cut and would show half a page as a whole one.
        int window = Math.min(bytes.length, END_WINDOW_BYTES);
        String end = new String(bytes, bytes.length - window, window, StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF")) {
            throw new ScanFault(ScanStatus.TRUNCATED, "PDF ends without its end mark");
        }
        PdfDocument document = new PdfDocument(bytes, limits, load(bytes));
        if (document.pages < 1) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "PDF without a page");
        }
        return document;
    }

    private static PDDocument load(byte[] bytes) throws IOException, ScanFault {
        try {
            PDDocument pdf = Loader.loadPDF(bytes);
            pdf.setResourceCache(new DefaultResourceCache() {
                @Override
                public void put(COSObject indirect, PDXObject image) {
                    // every page has an image of its own, so keeping them is but memory
                }
            });
            return pdf;
        } catch (InvalidPasswordException e) {
            throw new ScanFault(ScanStatus.SKIPPED_ENCRYPTED, "PDF with a password", e);
        }
    }

    /** What to do with the document while no other thread has it. */
    @FunctionalInterface
    private interface Use<T> {
        T apply(PDDocument pdf) throws IOException, ScanFault;
    }

    private <T> T lend(Use<T> use) throws IOException, ScanFault {
        PDDocument free = idle.getAndSet(null);
        PDDocument pdf = free == null ? load(bytes) : free;
        try {
            return use.apply(pdf);
        } finally {
            idle.set(pdf);
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public Optional<ScanFault> rest() {
        return Optional.empty();
    }

    @Override
    public PageHeader header(int page) throws IOException, ScanFault {
        return lend(pdf -> {
            PDPage content = pdf.getPage(page);
            Optional<PdfPageScan.Scan> scan = PdfPageScan.of(content);
            if (scan.isEmpty()) {
                return PdfPainter.header(content);
            }
            return new PageHeader(
                    scan.get().image().getWidth(),
                    scan.get().image().getHeight(),
                    // colour as it is handed out, whatever is stored
                    24,
                    OptionalDouble.of(scan.get().dpi()),
                    List.of());
        });
    }

    @Override
    public PageImage decode(int page, StopSignal stop, List<String> warnings) throws IOException, ScanFault {
        return lend(pdf -> {
            Optional<PdfPageScan.Scan> scan = PdfPageScan.of(pdf.getPage(page));
            return scan.isPresent()
                    ? PdfImage.decode(scan.get().image(), limits, stop, warnings)
                    : new PdfPainter(pdf, limits, stop).paint(page);
        });
    }
}
