package numeral.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small page images of every kind that is read, drawn with a black bar from the left edge to the middle. */
final class Samples {
    static final int WIDTH = 60;
    static final int HEIGHT = 40;

    private Samples() {}

    static BufferedImage page(int type, Color ink) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(ink);
        g.fillRect(0, 10, WIDTH / 2, 20);
        g.dispose();
        return image;
    }

    /** A grey page that packs badly, so that faults can be put inside it. */
    static BufferedImage noise(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = new byte[width * height];
        new Random(seed).nextBytes(grey);
        image.getRaster().setDataElements(0, 0, width, height, grey);
        return image;
    }

    static byte[] png() {
        return encode("png", "", page(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK));
    }

    static byte[] jpeg() {
        return encode("jpeg", "", page(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK));
    }

    static byte[] faxTiff(int pages) {
        BufferedImage[] images = new BufferedImage[pages];
        Arrays.fill(images, page(BufferedImage.TYPE_BYTE_BINARY, Color.BLACK));
        return encode("tiff", "CCITT T.6", images);
    }

    static byte[] encode(String format, String compression, BufferedImage... pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!compression.isEmpty()) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], List.of(), null), param);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    writer.writeToSequence(
                            new IIOImage(
                                    page,
                                    List.of(),
                                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), param)),
                            param);
                }
                writer.endWriteSequence();
            }
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Four channels of one value each, without the marker by which Adobe turns them over. */
    static byte[] cmykJpeg(int cyan, int magenta, int yellow, int black) {
        WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                raster.setPixel(x, y, new int[] {cyan, magenta, yellow, black});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, List.of(), null), null);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Puts a segment behind the first two bytes of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG of the given chunks, with right checksums: type, data, type, data. */
    static byte[] pngOf(Object... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (int i = 0; i < chunks.length; i += 2) {
            byte[] data = (byte[]) chunks[i + 1];
            ByteBuffer chunk = ByteBuffer.allocate(data.length + 12)
                    .putInt(data.length)
                    .put(((String) chunks[i]).getBytes(StandardCharsets.US_ASCII))
                    .put(data);
            CRC32 crc = new CRC32();
            crc.update(chunk.array(), 4, data.length + 4);
            out.writeBytes(chunk.putInt((int) crc.getValue()).array());
        }
        return out.toByteArray();
    }

    static byte[] pngHeader(int width, int height, int depth, int colour) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) colour, 0, 0, 0})
                .array();
    }

    static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] packed = new byte[raw.length + 64];
        int n = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, n);
    }

    /** A TIFF of one uncompressed strip, its directory in front; each field is tag, type, value. */
    static byte[] tiffOf(byte[] strip, int[]... fields) {
        int size = 8 + 2 + 12 * fields.length + 4;
        ByteBuffer out = ByteBuffer.allocate(size + strip.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) field[1]).putInt(1);
            out.putInt(field[0] == 273 ? size : field[2]);
        }
        return out.putInt(0).put(strip).array();
    }
}
