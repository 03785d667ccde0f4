package numeral.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngDigitTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void readsInkFromEveryKindOfPixel(int type) throws Exception {
        BufferedImage image = new BufferedImage(28, 28, type);
        int[] sample = new int[4];
        Arrays.fill(sample, type == BufferedImage.TYPE_USHORT_GRAY ? 100 << 8 : 100);
        sample[3] = 255;
        image.getRaster().setPixel(5, 2, sample);

        byte[] ink = PngDigit.decode(png(image));

        assertThat(ink[2 * 28 + 5]).isEqualTo((byte) 100);
        assertThat(ink[0]).isZero();
    }

    @Test
    void readsBilevelImages() throws Exception {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(27, 27, -1);

        assertThat(PngDigit.decode(png(image))[783]).isEqualTo((byte) 255);
    }

    @Test
    void refusesWhatIsNoDigit() throws IOException {
        byte[] good = png(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY));
        byte[] flipped = good.clone();
        flipped[45] ^= 1;

        assertRefused(new byte[5], "NOT_PNG content: expected a PNG file, found 5 other bytes");
        assertRefused(
                png(new BufferedImage(32, 30, BufferedImage.TYPE_BYTE_GRAY)),
                "IMAGE_SIZE size: expected 28x28 pixels, found 32x30");
        assertRefused(
                Arrays.copyOf(good, good.length - 12),
                "CORRUPT_PNG chunk at byte " + (good.length - 12) + ": expected, found the end of the file");
        assertRefused(flipped, "CORRUPT_PNG chunk at byte 33: expected its CRC-32, found a different one");
    }

    @Test
    void refusesDarkInkOnWhitePaper() throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 784; i++) {
            image.getRaster().setSample(i % 28, i / 28, 0, 250);
        }

        assertRefused(png(image), "INVERTED border: expected paper (0), found a mean of 250; invert the image");
    }

    private static void assertRefused(byte[] file, String reasonAndDetail) {
        assertThatThrownBy(() -> PngDigit.decode(file))
                .isInstanceOfSatisfying(
                        UnusableImage.class, unusable -> assertThat(unusable.reason() + " " + unusable.getMessage())
                                .isEqualTo(reasonAndDetail));
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
