package numeral.synth;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/** Image metadata that tells the resolution, in the words of each format. */
final class DeclaredDpi {
    private static final double METRES_PER_INCH = 0.0254;

    private DeclaredDpi() {}

    static IIOMetadata in(
            PageFormat format, Resolution dpi, ImageWriter writer, ImageWriteParam parameters, BufferedImage image)
            throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        switch (format) {
            case TIFF_G3, TIFF_G4 -> {
                return tiff(metadata, dpi, image.getHeight());
            }
            case PNG -> png(metadata, dpi);
            case JPEG -> jpeg(metadata, dpi);
            default -> {
                // BMP's writer knows no resolution, a PDF has its page's size
            }
        }
        return metadata;
    }

    /** Scanners write a page as one strip; the JDK's default of a row a strip takes four times the bytes and the time to read. */
    private static IIOMetadata tiff(IIOMetadata metadata, Resolution dpi, int rows) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), dpi.x()));
        directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), dpi.y()));
        directory.addTIFFField(new TIFFField(
                tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP), rows));
        return directory.getAsMetadata();
    }

    private static TIFFField rational(TIFFTag tag, int value) {
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{value, 1}});
    }

    private static void png(IIOMetadata metadata, Resolution dpi) throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode pixels = new IIOMetadataNode("pHYs");
        pixels.setAttribute("pixelsPerUnitXAxis", perMetre(dpi.x()));
        pixels.setAttribute("pixelsPerUnitYAxis", perMetre(dpi.y()));
        pixels.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(format);
        root.appendChild(pixels);
        metadata.mergeTree(format, root);
    }

    private static String perMetre(int dpi) {
        return Long.toString(Math.round(dpi / METRES_PER_INCH));
    }

    private static void jpeg(IIOMetadata metadata, Resolution dpi) throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(dpi.x()));
        jfif.setAttribute("Ydensity", Integer.toString(dpi.y()));
        metadata.setFromTree(format, root);
    }
}
