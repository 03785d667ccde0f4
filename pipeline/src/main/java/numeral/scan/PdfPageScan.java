package numeral.scan;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Looks for the one image that a scanned page consists of, perhaps under invisible text that some program recognised. */
final class PdfPageScan extends PDFStreamEngine {
    /** Share of a page's side by which the image may be off the page's edge. */
    private static final double EDGE_SHARE = 0.02;

    private static final int DEEPEST_FORM = 20;
    private static final double POINTS_PER_INCH = 72;
    private static final Set<String> PAINTING = Set.of(
            OperatorName.FILL_NON_ZERO,
            OperatorName.LEGACY_FILL_NON_ZERO,
            OperatorName.FILL_EVEN_ODD,
            OperatorName.FILL_NON_ZERO_AND_STROKE,
            OperatorName.FILL_EVEN_ODD_AND_STROKE,
            OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
            OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
            OperatorName.STROKE_PATH,
            OperatorName.CLOSE_AND_STROKE,
            OperatorName.SHADING_FILL,
            OperatorName.BEGIN_INLINE_IMAGE);
    private static final Set<String> TEXT = Set.of(
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED,
            OperatorName.SHOW_TEXT_LINE,
            OperatorName.SHOW_TEXT_LINE_AND_SPACE);

    private Optional<PDImageXObject> image = Optional.empty();
    private AffineTransform place = new AffineTransform();
    private boolean other;

    private PdfPageScan() {
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetTextRenderingMode(this));
    }

    /** @param dpi horizontal resolution at which the page shows the image */
    record Scan(PDImageXObject image, double dpi) {}

    /** The scan that covers the page, upright or turned; empty where anything else is to be seen. */
    static Optional<Scan> of(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation.getNormalAppearanceStream() != null) {
                return Optional.empty();
            }
        }
        PdfPageScan engine = new PdfPageScan();
        engine.processPage(page);
        return engine.other || !engine.covers(page.getCropBox())
                ? Optional.empty()
                : engine.image.map(found -> new Scan(found, engine.dpi(found)));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        String name = operator.getName();
        if (name.equals(OperatorName.DRAW_OBJECT)) {
            draw(operands);
        } else if (PAINTING.contains(name)) {
            other = true;
        } else if (TEXT.contains(name)) {
            other |= getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
        } else {
            super.processOperator(operator, operands);
        }
    }

    private void draw(List<COSBase> operands) throws IOException {
        if (operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return;
        }
        PDXObject drawn = getResources().getXObject(name);
        if (drawn instanceof PDImageXObject found) {
            other |= image.isPresent() || found.isStencil();
            image = Optional.of(found);
            place = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        } else if (drawn instanceof PDFormXObject form && getLevel() < DEEPEST_FORM) {
            increaseLevel();
            showForm(form);
            decreaseLevel();
        } else {
            other = true;
        }
    }

    /** Whether the image lies edge on edge with the page and is not mirrored. */
    private boolean covers(PDRectangle page) {
        Rectangle2D at =
                place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
        double wide = EDGE_SHARE * page.getWidth();
        double high = EDGE_SHARE * page.getHeight();
        boolean square = Math.min(Math.abs(place.getScaleX()), Math.abs(place.getShearX()))
                        <= EDGE_SHARE * Math.max(Math.abs(place.getScaleX()), Math.abs(place.getShearX()))
                && place.getDeterminant() > 0;
        return square
                && Math.abs(at.getMinX() - page.getLowerLeftX()) <= wide
                && Math.abs(at.getMaxX() - page.getUpperRightX()) <= wide
                && Math.abs(at.getMinY() - page.getLowerLeftY()) <= high
                && Math.abs(at.getMaxY() - page.getUpperRightY()) <= high;
    }

    private double dpi(PDImageXObject found) {
        double widthPoints = Math.hypot(place.getScaleX(), place.getShearY());
        return found.getWidth() * POINTS_PER_INCH / widthPoints;
    }
}
