package numeral.ingest;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import numeral.ingest.Outcome.Reason;

/** A PNG file as 784 bytes of ink. */
final class PngDigit {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int SIDE = 28;
    private static final int HEADER_END = 33;

    private PngDigit() {}

    static byte[] decode(byte[] file) throws UnusableImage {
        checkHeader(file);
        checkChunks(file);
        byte[] ink = ink(image(file));
        checkPolarity(ink);
        return ink;
    }

    /** Looks at the size before anything is decoded: few bytes can claim a huge image. */
    private static void checkHeader(byte[] file) throws UnusableImage {
        if (file.length < HEADER_END || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new UnusableImage(
                    Reason.NOT_PNG, "content: expected a PNG file, found " + file.length + " other bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(file);
        int width = header.getInt(16);
        int height = header.getInt(20);
        if (width != SIDE || height != SIDE) {
            throw new UnusableImage(
                    Reason.IMAGE_SIZE,
                    "size: expected 28x28 pixels, found " + Integer.toUnsignedString(width) + "x"
                            + Integer.toUnsignedString(height));
        }
    }

    /** The JDK's decoder neither compares the checksums nor minds a missing end. */
    private static void checkChunks(byte[] file) throws UnusableImage {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        int at = SIGNATURE.length;
        boolean end = false;
        while (!end) {
            int length = at + 12 <= file.length ? chunks.getInt(at) : -1;
            if (length < 0 || length > file.length - at - 12) {
                throw new UnusableImage(
                        Reason.CORRUPT_PNG, "chunk at byte " + at + ": expected, found the end of the file");
            }
            CRC32 crc = new CRC32();
            crc.update(file, at + 4, length + 4);
            if ((int) crc.getValue() != chunks.getInt(at + 8 + length)) {
                throw new UnusableImage(
                        Reason.CORRUPT_PNG, "chunk at byte " + at + ": expected its CRC-32, found a different one");
            }
            end = chunks.getInt(at + 4) == 0x49454e44;
            at += 12 + length;
        }
    }

    private static BufferedImage image(byte[] file) throws UnusableImage {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            throw new UnusableImage(Reason.CORRUPT_PNG, "pixels: expected to decode, found " + e.getMessage());
        } finally {
            reader.dispose();
        }
    }

    private static byte[] ink(BufferedImage image) {
        boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        byte[] ink = new byte[SIDE * SIDE];
        for (int i = 0; i < ink.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            ink[i] = (byte) (grey ? grey(image, x, y) : brightness(image.getRGB(x, y)));
        }
        return ink;
    }

    /** The sample itself over black; getRGB would take it through a gamma curve. */
    private static int grey(BufferedImage image, int x, int y) {
        int shift = image.getColorModel().getComponentSize(0) - 8;
        int value = image.getRaster().getSample(x, y, 0) >> shift;
        boolean alpha = image.getRaster().getNumBands() == 2;
        return alpha ? Math.round(value * (image.getRaster().getSample(x, y, 1) >> shift) / 255f) : value;
    }

    /** Mean of the colours over black. */
    private static int brightness(int argb) {
        int sum = (argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF);
        return Math.round(sum / 3f * (argb >>> 24) / 255f);
    }

    /** Ink seldom reaches the border: a bright border is paper of the wrong polarity. */
    private static void checkPolarity(byte[] ink) throws UnusableImage {
        int sum = 0;
        for (int i = 0; i < SIDE; i++) {
            sum += (ink[i] & 0xFF)
                    + (ink[SIDE * (SIDE - 1) + i] & 0xFF)
                    + (ink[SIDE * i] & 0xFF)
                    + (ink[SIDE * i + SIDE - 1] & 0xFF);
        }
        int mean = sum / (4 * SIDE);
        if (mean > 127) {
            throw new UnusableImage(
                    Reason.INVERTED, "border: expected paper (0), found a mean of " + mean + "; invert the image");
        }
    }
}
