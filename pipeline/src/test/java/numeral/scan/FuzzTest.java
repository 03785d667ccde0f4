package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound files of every format, damaged at random: every item still ends in a status, and none in the one that admits a bug. The number of
 * a file is its seed. By default as many files as fit into a few seconds; more with {@code -Dnumeral.fuzz.files=20000
 * -Dnumeral.fuzz.seconds=3600}, another series with {@code -Dnumeral.fuzz.first=100000}.
 */
class FuzzTest {
    private static final int FILES = Integer.getInteger("numeral.fuzz.files", 1000);
    private static final int SECONDS = Integer.getInteger("numeral.fuzz.seconds", 6);
    private static final int FIRST = Integer.getInteger("numeral.fuzz.first", 0);

    @TempDir
    Path folder;

    @Test
    void everyDamagedFileEndsInAStatus(TestReporter reporter) {
        ScanFixture scan = new ScanFixture(
                folder, "max-entry-unpacked = 8 MiB", "max-page-pixels = 1000000", "max-archive = 64 MiB");
        Map<String, byte[]> sound = sound();
        List<String> kinds = new ArrayList<>(sound.keySet());
        Map<ScanStatus, Integer> byStatus = new TreeMap<>();
        long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
        int file = FIRST;
        while (file < FIRST + FILES && System.nanoTime() < deadline) {
            String kind = kinds.get(file % kinds.size());
            byte[] damaged = Mutation.of(sound.get(kind), new Random(file));

            for (Item item : scan.items("damaged." + kind, damaged)) {
                assertThat(item.status())
                        .as("file %d, %s: %s", file, kind, item.reason())
                        .isNotEqualTo(ScanStatus.INTERNAL_ERROR);
                byStatus.merge(item.status(), 1, Integer::sum);
            }
            file++;
        }

        reporter.publishEntry(Map.of("files", String.valueOf(file - FIRST), "items by status", byStatus.toString()));
        // An OK is damage where it does not matter; but damage must have been noticed, in more ways than one.
        assertThat(file - FIRST).isGreaterThan(kinds.size());
        assertThat(byStatus)
                .containsKeys(ScanStatus.OK, ScanStatus.TRUNCATED, ScanStatus.CRC_MISMATCH, ScanStatus.CORRUPT_ENTRY);
    }

    private static Map<String, byte[]> sound() {
        Object[] pages = {"1.png", Samples.png(), "2.tif", Samples.faxTiff(2), "3.jpg", Samples.jpeg()};
        byte[] tar = Packer.tar(pages);
        BufferedImage colour = Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLUE);
        BufferedImage bilevel = Samples.page(BufferedImage.TYPE_BYTE_BINARY, Color.BLACK);
        Map<String, byte[]> sound = new LinkedHashMap<>();
        sound.put("zip", Packer.zip(pages));
        sound.put("nested.zip", Packer.zip("a.tgz", Packer.gzip(tar), "b.7z", Packer.sevenZip(pages)));
        sound.put("tar", tar);
        sound.put("tar.gz", Packer.gzip(tar));
        sound.put("tar.bz2", Packer.bzip2(tar));
        sound.put("tar.xz", Packer.xz(tar));
        sound.put("tar.zst", Packer.zstd(tar));
        sound.put("7z", Packer.sevenZip(pages));
        sound.put("grey.png", Samples.png());
        sound.put("palette.png", Samples.encode("png", "", Samples.page(BufferedImage.TYPE_BYTE_INDEXED, Color.RED)));
        sound.put("grey.jpg", Samples.jpeg());
        sound.put("colour.jpg", Samples.encode("jpeg", "", colour));
        sound.put("cmyk.jpg", Samples.cmykJpeg(10, 20, 30, 240));
        sound.put("bmp", Samples.encode("bmp", "", colour));
        sound.put("g4.tif", Samples.faxTiff(3));
        sound.put("g3.tif", Samples.encode("tiff", "CCITT T.4", bilevel));
        for (String compression : List.of("LZW", "Deflate", "JPEG", "PackBits")) {
            sound.put(compression + ".tif", Samples.encode("tiff", compression, colour));
        }
        for (PdfSamples.Stored stored : PdfSamples.Stored.values()) {
            sound.put(stored + ".pdf", PdfSamples.of(PdfSamples.scan(stored), PdfSamples.scan(stored)));
        }
        sound.put("drawn.pdf", PdfSamples.of(PdfSamples.overprinted(), PdfSamples.drawing()));
        sound.put("encrypted.pdf", PdfSamples.encrypted("", PdfSamples.scan(PdfSamples.Stored.FAX)));
        return sound;
    }
}
