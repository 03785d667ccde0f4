package numeral.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG in data URIs. Nothing here draws text, so no fonts are needed. */
final class Picture {
    private static final int SIDE = 28;
    private static final int WHITE = 255;

    private Picture() {}

    /** Digit images side by side as dark ink on white paper, one pixel of paper between them. */
    static String strip(List<byte[]> digits) {
        int width = digits.size() * (SIDE + 1) - 1;
        var image = new BufferedImage(width, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, (byte) WHITE);
        for (int i = 0; i < digits.size(); i++) {
            byte[] digit = digits.get(i);
            if (digit.length != SIDE * SIDE) {
                throw new IllegalArgumentException(
                        "digit image has " + digit.length + " bytes, expected " + SIDE * SIDE);
            }
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    pixels[y * width + i * (SIDE + 1) + x] = (byte) (WHITE - (digit[y * SIDE + x] & 0xFF));
                }
            }
        }
        return dataUri(encode(image));
    }

    static String digit(byte[] image) {
        return strip(List.of(image));
    }

    static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    static BufferedImage decode(byte[] png) throws IOException {
        var image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        if (image == null) {
            throw new IOException("not a PNG image");
        }
        return image;
    }

    static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
