package numeral.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Cases of PDFs. */
final class BrokenPdfs {
    private static final byte[] SCAN = PdfSamples.of(PdfSamples.scan(PdfSamples.Stored.FAX));
    private static final byte[] TWO =
            PdfSamples.of(PdfSamples.scan(PdfSamples.Stored.JPEG), PdfSamples.scan(PdfSamples.Stored.FLATE));

    private BrokenPdfs() {}

    static List<BrokenFile> all() {
        return List.of(
                BrokenFile.of("PDF named as TIFF", "p.tif", SCAN, "#0 OK"),
                BrokenFile.of("PDF of two pages", "p.pdf", TWO, "#0 OK", "#1 OK"),
                BrokenFile.of("PDF that is cut", "p.pdf", Arrays.copyOf(TWO, TWO.length - 60), "#0 TRUNCATED"),
                BrokenFile.of("PDF of its magic alone", "p.pdf", BrokenZips.text("%PDF-1.7"), "#0 TRUNCATED"),
                BrokenFile.of(
                        "PDF of its ends alone", "p.pdf", BrokenZips.text("%PDF-1.7\n%%EOF\n"), "#0 CORRUPT_ENTRY"),
                BrokenFile.of("PDF of no page", "p.pdf", PdfSamples.of(), "#0 CORRUPT_ENTRY"),
                BrokenFile.of(
                        "PDF with a password",
                        "p.pdf",
                        PdfSamples.encrypted("secret", PdfSamples.drawing()),
                        "#0 SKIPPED_ENCRYPTED"),
                BrokenFile.of(
                        "PDF encrypted with no password",
                        "p.pdf",
                        PdfSamples.encrypted("", PdfSamples.drawing()),
                        "#0 OK"),
                BrokenFile.of("PDF whose cross-references are wrong", "p.pdf", wrongReferences(), "#0 OK"),
                BrokenFile.of("PDF with garbage behind it", "p.pdf", Packer.join(SCAN, new byte[500]), "#0 OK"),
                BrokenFile.of("PDF of too many pages", "p.pdf", TWO, "#0 OK", "#1 TOO_LARGE")
                        .under("max-pages = 1"),
                BrokenFile.of(
                        "PDF page of three metres",
                        "p.pdf",
                        PdfSamples.of((pdf, content) -> pdf.getPage(0).setMediaBox(new PDRectangle(9999, 30))),
                        "#0 TOO_LARGE"),
                BrokenFile.of(
                        "PDF scan that claims too much",
                        "p.pdf",
                        altered(image -> image.setWidth(60_000)),
                        "#0 TOO_LARGE"),
                BrokenFile.of(
                        "PDF scan with too few pixels",
                        "p.pdf",
                        altered(image -> image.setHeight(400)),
                        "#0 TRUNCATED"),
                BrokenFile.of(
                        "PDF scan in JPEG 2000",
                        "p.pdf",
                        altered(image -> image.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE)),
                        "#0 UNSUPPORTED"),
                BrokenFile.of("PDF drawing with JPEG 2000", "p.pdf", drawnJpeg2000(), "#0 UNSUPPORTED"));
    }

    @FunctionalInterface
    private interface Change {
        void on(PDImageXObject image);
    }

    private static byte[] altered(Change change) {
        return PdfSamples.of((pdf, content) -> {
            PDImageXObject image = PdfSamples.image(pdf, PdfSamples.Stored.FLATE);
            change.on(image);
            content.drawImage(image, 0, 0, Samples.WIDTH, Samples.HEIGHT);
        });
    }

    private static byte[] drawnJpeg2000() {
        return PdfSamples.of((pdf, content) -> {
            PDImageXObject image = PdfSamples.image(pdf, PdfSamples.Stored.FLATE);
            image.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
            content.drawImage(image, 5, 5, 30, 20);
        });
    }

    private static byte[] wrongReferences() {
        String pdf = new String(SCAN, StandardCharsets.ISO_8859_1);
        int start = pdf.lastIndexOf("startxref");
        return (pdf.substring(0, start) + "startxref\n7\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
