package numeral.synth;

import static numeral.scan.ScanStatus.SKIPPED_ENCRYPTED;
import static numeral.scan.ScanStatus.TIMEOUT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** PDFs that cannot be read, or not in time. */
final class PdfFaults {
    private static final int DOUBLINGS = 40;
    private static final COSName INNER = COSName.getPDFName("F");

    private PdfFaults() {}

    static FaultyArchive encrypted(FaultyArchive archive, Samples samples) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(samples.page("page.pdf", PageFormat.PDF_G4).bytes())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                    .add("page.pdf", PdfFile.bytes(document), SKIPPED_ENCRYPTED)
                    .add(samples.page("after.tif", PageFormat.TIFF_G4));
        }
    }

    /** Draws a drawing twice that draws a drawing twice, and so on, without end in this world. */
    static FaultyArchive slow(FaultyArchive archive, Samples samples) throws IOException {
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .add("page.pdf", doublings(), TIMEOUT)
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    private static byte[] doublings() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject form = form(document, "0 0 10 10 re f", new PDResources());
            for (int i = 0; i < DOUBLINGS; i++) {
                PDResources resources = new PDResources();
                resources.put(INNER, form);
                form = form(document, "/F Do /F Do", resources);
            }
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            return PdfFile.bytes(document);
        }
    }

    private static PDFormXObject form(PDDocument document, String content, PDResources resources) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        form.setResources(resources);
        try (OutputStream out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }
}
