package numeral.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** PDFs around the sample page: an image of it at 72 dpi, or a drawing of it. */
final class PdfSamples {
    private PdfSamples() {}

    /** How an image is stored. */
    enum Stored {
        JPEG,
        FLATE,
        COLOUR_FLATE,
        FAX
    }

    /** Puts something on an empty page. */
    @FunctionalInterface
    interface Drawing {
        void on(PDDocument pdf, PDPageContentStream content) throws IOException;
    }

    /** A page of the sample's size for each drawing. */
    static byte[] of(Drawing... drawings) {
        try (PDDocument pdf = document(drawings)) {
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of the sample's size for each drawing, behind a password. */
    static byte[] encrypted(String password, Drawing... drawings) {
        try (PDDocument pdf = document(drawings)) {
            pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(Drawing... drawings) throws IOException {
        PDDocument pdf = new PDDocument();
        for (Drawing drawing : drawings) {
            PDPage page = new PDPage(new PDRectangle(Samples.WIDTH, Samples.HEIGHT));
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                drawing.on(pdf, content);
            }
        }
        return pdf;
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    static PDImageXObject image(PDDocument pdf, Stored stored) throws IOException {
        return switch (stored) {
            case JPEG ->
                JPEGFactory.createFromImage(pdf, Samples.page(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK), 0.9f);
            case FLATE -> LosslessFactory.createFromImage(pdf, Samples.page(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK));
            case COLOUR_FLATE ->
                LosslessFactory.createFromImage(pdf, Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLUE));
            case FAX -> CCITTFactory.createFromByteArray(pdf, Samples.faxTiff(1));
        };
    }

    /** The page as one image from edge to edge. */
    static Drawing scan(Stored stored) {
        return (pdf, content) -> content.drawImage(image(pdf, stored), 0, 0, Samples.WIDTH, Samples.HEIGHT);
    }

    /** The page as one image that the page shows mirrored. */
    static Drawing mirrored() {
        return (pdf, content) -> content.drawImage(
                image(pdf, Stored.FLATE), new Matrix(-Samples.WIDTH, 0, 0, Samples.HEIGHT, Samples.WIDTH, 0));
    }

    /** A scan under text that only a search finds. */
    static Drawing searchable() {
        return (pdf, content) -> {
            scan(Stored.JPEG).on(pdf, content);
            text(content, RenderingMode.NEITHER);
        };
    }

    /** A scan with text on it that is seen. */
    static Drawing overprinted() {
        return (pdf, content) -> {
            scan(Stored.JPEG).on(pdf, content);
            text(content, RenderingMode.FILL);
        };
    }

    private static void text(PDPageContentStream content, RenderingMode mode) throws IOException {
        content.beginText();
        content.setRenderingMode(mode);
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
        content.newLineAtOffset(40, 30);
        content.showText("42");
        content.endText();
    }

    /** The page without any image. */
    static Drawing drawing() {
        return (pdf, content) -> {
            content.addRect(0, 10, Samples.WIDTH / 2f, 20);
            content.fill();
        };
    }
}
