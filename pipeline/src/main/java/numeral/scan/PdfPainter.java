package numeral.scan;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages of a PDF at 300 dpi. An image that cannot be drawn is a fault; PDFBox by itself leaves it out and says so in its log. */
final class PdfPainter extends PDFRenderer {
    private static final int DPI = 300;
    private static final double POINTS_PER_INCH = 72;
    private static final int BITS_PER_PIXEL = 32;

    private final ScanLimits limits;
    private final StopSignal stop;

    PdfPainter(PDDocument pdf, ScanLimits limits, StopSignal stop) {
        super(pdf);
        this.limits = limits;
        this.stop = stop;
    }

    static PageHeader header(PDPage page) {
        double scale = DPI / POINTS_PER_INCH;
        return new PageHeader(
                Math.round(page.getCropBox().getWidth() * scale),
                Math.round(page.getCropBox().getHeight() * scale),
                BITS_PER_PIXEL,
                OptionalDouble.of(DPI),
                List.of());
    }

    PageImage paint(int page) throws IOException {
        return Grey.of(renderImageWithDPI(page, DPI, ImageType.RGB));
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            public void drawImage(PDImage image) throws IOException {
                if (stop.stopped()) {
                    throw new IOException("stopped");
                }
                try {
                    new PageHeader(
                                    image.getWidth(),
                                    image.getHeight(),
                                    BITS_PER_PIXEL,
                                    OptionalDouble.empty(),
                                    List.of())
                            .check(limits);
                } catch (ScanFault fault) {
                    throw new IOException(fault);
                }
                super.drawImage(image);
            }

            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                    throws IOException {
                if (e instanceof MissingImageReaderException) {
                    throw new IOException(new ScanFault(ScanStatus.UNSUPPORTED, ScanFault.words(e), e));
                }
                if (operator.getName().equals(OperatorName.DRAW_OBJECT)) {
                    throw e;
                }
                super.operatorException(operator, operands, e);
            }
        };
    }
}
