package numeral.review;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A field as a PNG: its digit candidates where they stand on the form, dark on white. It is put together from the normalised crops, so it shows what the
 * classifier saw, without printed lines and without ink that belongs to no crop; no page is opened for it.
 */
public final class FieldPicture {
    private static final int PX_PER_MM = 8;
    private static final int MARGIN_PX = 8;
    private static final int SIDE = 28;
    private static final int LONGEST_PX = 4000;

    private FieldPicture() {}

    /**
     * One digit candidate.
     *
     * @param image 784 unsigned bytes, 0 = paper
     * @param mm left, top, width and height of its ink in template millimetres
     */
    public record Digit(byte[] image, double[] mm) {
        public Digit {
            if (image.length != SIDE * SIDE || mm.length != 4) {
                throw new IllegalArgumentException(
                        "digit with " + image.length + " bytes and " + mm.length + " coordinates: expected 784 and 4");
            }
        }
    }

    /** The picture of a field of {@code wMm} by {@code hMm} with its top left corner at {@code xMm}, {@code yMm}. */
    public static byte[] png(double xMm, double yMm, double wMm, double hMm, List<Digit> digits) {
        int width = Math.min(LONGEST_PX, (int) Math.ceil(wMm * PX_PER_MM)) + 2 * MARGIN_PX;
        int height = Math.min(LONGEST_PX, (int) Math.ceil(hMm * PX_PER_MM)) + 2 * MARGIN_PX;
        BufferedImage ink = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = ink.createGraphics();
        pen.setComposite(AlphaComposite.SrcOver);
        for (Digit digit : digits) {
            int[] found = bounds(digit.image());
            if (found.length > 0) {
                int left = MARGIN_PX + (int) Math.round((digit.mm()[0] - xMm) * PX_PER_MM);
                int top = MARGIN_PX + (int) Math.round((digit.mm()[1] - yMm) * PX_PER_MM);
                int right = left + Math.max(1, (int) Math.round(digit.mm()[2] * PX_PER_MM));
                int bottom = top + Math.max(1, (int) Math.round(digit.mm()[3] * PX_PER_MM));
                pen.drawImage(
                        stamp(digit.image()), left, top, right, bottom, found[0], found[1], found[2], found[3], null);
            }
        }
        pen.dispose();
        return encode(onPaper(ink));
    }

    /** Left, top, right and bottom of the ink; empty where there is none. */
    private static int[] bounds(byte[] image) {
        int[] bounds = {SIDE, SIDE, 0, 0};
        for (int i = 0; i < image.length; i++) {
            if (image[i] != 0) {
                bounds[0] = Math.min(bounds[0], i % SIDE);
                bounds[1] = Math.min(bounds[1], i / SIDE);
                bounds[2] = Math.max(bounds[2], i % SIDE + 1);
                bounds[3] = Math.max(bounds[3], i / SIDE + 1);
            }
        }
        return bounds[2] == 0 ? new int[0] : bounds;
    }

    /** Black ink whose opacity is the digit's. */
    private static BufferedImage stamp(byte[] image) {
        BufferedImage stamp = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < image.length; i++) {
            stamp.setRGB(i % SIDE, i / SIDE, (image[i] & 0xff) << 24);
        }
        return stamp;
    }

    private static BufferedImage onPaper(BufferedImage ink) {
        BufferedImage paper = new BufferedImage(ink.getWidth(), ink.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) paper.getRaster().getDataBuffer()).getData();
        Arrays.fill(grey, (byte) 255);
        for (int i = 0; i < grey.length; i++) {
            int alpha = ink.getRGB(i % ink.getWidth(), i / ink.getWidth()) >>> 24;
            grey[i] = (byte) (255 - alpha);
        }
        return paper;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
