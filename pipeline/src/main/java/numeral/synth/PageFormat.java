package numeral.synth;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** File formats of scans. */
enum PageFormat {
    /** Grey, lossless. */
    PNG("png"),
    /** Grey, lossy. */
    JPEG("jpg"),
    /** Black and white under CCITT Group 4; the only one that takes several pages. */
    TIFF("tif");

    private static final int THRESHOLD = 128;

    private final String suffix;

    PageFormat(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    /** @param quality of a JPEG, 0 to 1; the other formats have none */
    byte[] encode(List<FormPage> pages, float quality) {
        ImageWriter writer = ImageIO.getImageWritersBySuffix(suffix).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = parameters(writer, quality);
            if (pages.size() == 1) {
                writer.write(null, new IIOImage(image(pages.get(0)), null, null), parameters);
            } else {
                writer.prepareWriteSequence(null);
                for (FormPage page : pages) {
                    writer.writeToSequence(new IIOImage(image(page), null, null), parameters);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing " + this + " to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private ImageWriteParam parameters(ImageWriter writer, float quality) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (this == JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
        } else if (this == TIFF) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType("CCITT T.6");
        }
        return parameters;
    }

    private BufferedImage image(FormPage page) {
        boolean bilevel = this == TIFF;
        BufferedImage image = new BufferedImage(
                page.width(), page.height(), bilevel ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = page.grey();
        if (bilevel) {
            samples = new byte[page.grey().length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) ((page.grey()[i] & 0xFF) < THRESHOLD ? 0 : 1);
            }
        }
        image.getRaster().setDataElements(0, 0, page.width(), page.height(), samples);
        return image;
    }
}
