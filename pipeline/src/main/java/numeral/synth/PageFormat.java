package numeral.synth;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** File formats of scans. */
enum PageFormat {
    /** Grey, lossless. */
    PNG("png", Tones.GREY, Holds.ONE_PAGE),
    /** Grey, lossy. */
    JPEG("jpg", Tones.GREY, Holds.ONE_PAGE),
    /** Grey, not compressed. */
    BMP("bmp", Tones.GREY, Holds.ONE_PAGE),
    /** Black and white under CCITT Group 4. */
    TIFF_G4("tif", Tones.BILEVEL, Holds.PAGES),
    /** Black and white under CCITT Group 3. */
    TIFF_G3("tif", Tones.BILEVEL, Holds.PAGES),
    /** A picture a page, grey and lossy. */
    PDF_JPEG("pdf", Tones.GREY, Holds.PAGES),
    /** A picture a page, black and white under CCITT Group 4. */
    PDF_G4("pdf", Tones.BILEVEL, Holds.PAGES);

    private enum Tones {
        GREY,
        BILEVEL
    }

    private enum Holds {
        ONE_PAGE,
        PAGES
    }

    private final String suffix;
    private final Tones tones;
    private final Holds holds;

    PageFormat(String suffix, Tones tones, Holds holds) {
        this.suffix = suffix;
        this.tones = tones;
        this.holds = holds;
    }

    /** The format of that name, {@code tiff-g4} and the like. */
    static PageFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected formats of "
                        + Arrays.stream(values()).map(PageFormat::toString).collect(Collectors.joining(", "))
                        + ", found '" + name + "'"));
    }

    String suffix() {
        return suffix;
    }

    boolean bilevel() {
        return tones == Tones.BILEVEL;
    }

    boolean multiPage() {
        return holds == Holds.PAGES;
    }

    /** @param quality of a JPEG, 0 to 1; the other formats have none */
    byte[] encode(List<Scan> pages, float quality) {
        try {
            return suffix.equals("pdf") ? PdfFile.encode(pages, this, quality) : encodeImage(pages, quality);
        } catch (IOException e) {
            throw new IllegalStateException("writing " + this + " to memory", e);
        }
    }

    private byte[] encodeImage(List<Scan> pages, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersBySuffix(suffix).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = parameters(writer, quality);
            if (pages.size() == 1) {
                writer.write(null, page(writer, parameters, pages.get(0)), parameters);
            } else {
                writer.prepareWriteSequence(null);
                for (Scan page : pages) {
                    writer.writeToSequence(page(writer, parameters, page), parameters);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private IIOImage page(ImageWriter writer, ImageWriteParam parameters, Scan scan) throws IOException {
        BufferedImage image = image(scan);
        return new IIOImage(image, null, DeclaredDpi.in(this, scan.resolution(), writer, parameters, image));
    }

    private ImageWriteParam parameters(ImageWriter writer, float quality) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (this == JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
        } else if (suffix.equals("tif")) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(this == TIFF_G4 ? "CCITT T.6" : "CCITT T.4");
        }
        return parameters;
    }

    /** The scan as an image of this format's tones. */
    BufferedImage image(Scan scan) {
        BufferedImage image = new BufferedImage(
                scan.width(), scan.height(), bilevel() ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, scan.width(), scan.height(), bilevel() ? scan.bits() : scan.grey());
        return image;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
