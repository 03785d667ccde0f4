package numeral.synth;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Scans as a PDF, one picture that covers each page. */
final class PdfFile {
    private static final float POINTS_PER_INCH = 72;

    private PdfFile() {}

    static byte[] encode(List<Scan> pages, PageFormat format, float quality) throws IOException {
        try (PDDocument document = of(pages, format, quality)) {
            return bytes(document);
        }
    }

    static PDDocument of(List<Scan> pages, PageFormat format, float quality) throws IOException {
        PDDocument document = new PDDocument();
        for (Scan scan : pages) {
            BufferedImage image = format.image(scan);
            PDImageXObject picture = format.bilevel()
                    ? CCITTFactory.createFromImage(document, image)
                    : JPEGFactory.createFromImage(document, image, quality);
            float width = POINTS_PER_INCH * scan.width() / scan.resolution().x();
            float height = POINTS_PER_INCH * scan.height() / scan.resolution().y();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, width, height);
            }
        }
        return document;
    }

    static byte[] bytes(PDDocument document) throws IOException {
        // without one of its own the document's identity is taken from the clock
        document.setDocumentId(1L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}
