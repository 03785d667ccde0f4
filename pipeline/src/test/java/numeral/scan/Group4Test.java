package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against pages written by the JDK, and of damaged ones against its reader, which takes what the strict one leaves. */
class Group4Test {
    private static final int PHOTOMETRIC_INTERPRETATION = 262;
    private static final int COMPRESSION = 259;

    /** Rows that are like the one above, or new, of runs of up to so many pixels; some of nothing else than one colour. */
    private static BufferedImage random(int width, int height, int longest, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (random.nextInt(3) == 0) {
                int colour = random.nextInt(2);
                for (int x = 0; x < width; colour = 1 - colour) {
                    for (int end = Math.min(width, x + 1 + random.nextInt(longest)); x < end; x++) {
                        row[x] = colour;
                    }
                }
            } else {
                for (int i = random.nextInt(4); i > 0; i--) {
                    row[random.nextInt(width)] ^= 1;
                }
            }
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    private static ByteBuffer file(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    private static TiffDirectory directory(byte[] tiff) throws ScanFault {
        ByteBuffer file = file(tiff);
        return TiffDirectory.at(file, file.getInt(4));
    }

    private static Optional<PageImage> strict(byte[] tiff) throws ScanFault {
        return directory(tiff).group4().flatMap(page -> page.decode(tiff));
    }

    private static PageImage patient(byte[] tiff) throws IOException {
        return JdkDecoder.TIFF.read(tiff, new StopSignal(), warning -> {}, reader -> Grey.of(reader.read(0)));
    }

    private static void assertSame(PageImage page, PageImage other) {
        assertThat(List.of(page.width(), page.height(), page.bilevel()))
                .isEqualTo(List.of(other.width(), other.height(), other.bilevel()));
        assertThat(page.pixels()).isEqualTo(other.pixels());
    }

    /** Sets the single short value of a field of the first directory. */
    private static byte[] with(byte[] tiff, int tag, int value) {
        ByteBuffer file =
                ByteBuffer.wrap(tiff.clone()).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(4);
        for (int at = directory + 2; at < directory + 2 + 12 * file.getShort(directory); at += 12) {
            if ((file.getShort(at) & 0xffff) == tag) {
                file.putShort(at + 8, (short) value);
                return file.array();
            }
        }
        throw new IllegalArgumentException("no field " + tag);
    }

    private static BufferedImage negative(BufferedImage image) {
        BufferedImage negative = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                negative.setRGB(x, y, ~image.getRGB(x, y));
            }
        }
        return negative;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 63, 64, 65, 1729, 2480, 9000})
    void readsWhatWasWritten(int width) throws Exception {
        Random random = new Random(width);
        for (int longest : new int[] {1, 3, 70, 3000}) {
            BufferedImage image = random(width, 90, longest, random);
            byte[] tiff = Samples.encode("tiff", "CCITT T.6", image);
            assertSame(strict(tiff).orElseThrow(), Grey.of(image));
            assertSame(strict(with(tiff, PHOTOMETRIC_INTERPRETATION, 1)).orElseThrow(), Grey.of(negative(image)));
        }
    }

    @Test
    void leavesWhatIsOddToTheJdk() throws Exception {
        byte[] tiff = Samples.faxTiff(1);
        assertThat(strict(tiff)).isPresent();
        assertThat(strict(with(tiff, COMPRESSION, 3))).isEmpty();
        assertThat(strict(with(tiff, PHOTOMETRIC_INTERPRETATION, 3))).isEmpty();
    }

    @Test
    void refusesAStripThatEndsTooEarly() throws Exception {
        byte[] tiff = Samples.faxTiff(1);
        Group4Page page = directory(tiff).group4().orElseThrow();
        Group4Page.Strip strip = page.strips().get(0);
        int stride = PageImage.rowBytes(page.width());
        // the last three bytes and a few bits before them say that there is no more
        for (int bytes = 0; bytes < strip.bytes() - 4; bytes++) {
            byte[] coded = Arrays.copyOf(Arrays.copyOfRange(tiff, strip.offset(), strip.offset() + bytes), bytes + 8);
            byte[] rows = new byte[stride * page.height()];
            assertThat(new Group4(coded, bytes, page.width()).decode(rows, 0, stride, page.height()))
                    .isFalse();
        }
    }

    @Test
    void readsOfDamagedPagesWhatTheJdkReadsOrNothing() throws Exception {
        Random random = new Random(8);
        byte[] sound = Samples.encode("tiff", "CCITT T.6", random(200, 120, 40, random));
        Group4Page.Strip strip =
                directory(sound).group4().orElseThrow().strips().get(0);
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = sound.clone();
            int bits = 1 + random.nextInt(3);
            for (int bit = 0; bit < bits; bit++) {
                damaged[strip.offset() + random.nextInt(strip.bytes())] ^= (byte) (1 << random.nextInt(8));
            }
            Optional<PageImage> page = strict(damaged);
            if (page.isPresent()) {
                read++;
                assertSame(page.get(), patient(damaged));
            }
        }
        assertThat(read).isBetween(1, 2999);
    }
}
