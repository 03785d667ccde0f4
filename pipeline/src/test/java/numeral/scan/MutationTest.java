package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files damaged at random, by a fixed seed: every item still ends in a status, and none in one that admits a bug. */
class MutationTest {
    private static final int FILES = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"zip, 1", "tar, 2", "tgz, 3", "png, 4", "jpg, 5", "tif, 6", "lzw, 7"})
    void endsInAStatus(String kind, long seed) {
        byte[] sound = sound(kind);
        Random random = new Random(seed);
        ScanFixture scan = new ScanFixture(folder, "max-entry-unpacked = 8 MiB", "max-page-pixels = 1000000");
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = mutated(sound, random);

            List<Item> items = scan.items("m." + kind, bytes);

            assertThat(items).as("%s %d", kind, i).allSatisfy(item -> assertThat(item.status())
                    .as(item.reason())
                    .isNotEqualTo(ScanStatus.INTERNAL_ERROR));
            assertThat(items).as("%s %d", kind, i).isNotEmpty();
        }
    }

    private static byte[] sound(String kind) {
        byte[] tar = Packer.tar("1.png", Samples.png(), "2.tif", Samples.faxTiff(2), "3.jpg", Samples.jpeg());
        return switch (kind) {
            case "zip" -> Packer.zip("1.png", Samples.png(), "2.tif", Samples.faxTiff(2), "3.jpg", Samples.jpeg());
            case "tar" -> tar;
            case "tgz" -> Packer.gzip(tar);
            case "png" -> Samples.png();
            case "jpg" -> Samples.jpeg();
            case "tif" -> Samples.faxTiff(3);
            default -> Samples.encode("tiff", "LZW", Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLUE));
        };
    }

    /** One to eight bytes changed, and sometimes the end cut off; the first four bytes stay, so that the kind is told. */
    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length - 4)) : bytes;
    }
}
