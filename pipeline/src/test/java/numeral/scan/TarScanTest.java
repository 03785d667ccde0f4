package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarScanTest {
    private static final byte[] TWO = Packer.tar("1.png", Samples.png(), "d/2.png", Samples.png());

    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void open() {
        scan = new ScanFixture(folder);
    }

    @Test
    void readsPlainAndPackedTars() {
        assertThat(scan.briefs("a.tar", TWO)).containsExactly("1.png#0 OK", "d/2.png#0 OK");
        assertThat(scan.briefs("a.tar.gz", Packer.gzip(TWO))).containsExactly("1.png#0 OK", "d/2.png#0 OK");
        assertThat(scan.briefs("a.tgz", Packer.gzip(TWO))).containsExactly("1.png#0 OK", "d/2.png#0 OK");
    }

    @Test
    void keepsWhatComesBeforeTheCut() {
        byte[] tar = Packer.tar("1.png", Samples.png(), "2.png", Samples.encode("png", "", Samples.noise(80, 80, 1)));
        byte[] gzip = Packer.gzip(tar);

        List<Item> items = scan.items("cut.tar.gz", Arrays.copyOf(gzip, gzip.length - 2000));

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("1.png#0 OK", "2.png#0 TRUNCATED", "#0 ARCHIVE_PARTIAL");
        assertThat(items.get(2).reason()).isNotBlank();
        assertThat(scan.briefs("cut.tar", Arrays.copyOf(tar, 3000)))
                .containsExactly("1.png#0 OK", "2.png#0 TRUNCATED", "#0 ARCHIVE_PARTIAL");
    }

    @Test
    void noticesACutBetweenTwoEntries() {
        int second = 512 + (Samples.png().length + 511) / 512 * 512;

        List<Item> items = scan.items("cut.tar", Arrays.copyOf(TWO, second));

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("1.png#0 OK", "#0 ARCHIVE_PARTIAL");
        assertThat(items.get(1).reason()).isEqualTo("no mark of the end of the tar");
    }

    @Test
    void noticesTrailingGarbage() {
        byte[] garbage = "garbage".repeat(100).getBytes(StandardCharsets.US_ASCII);

        assertThat(scan.briefs("a.tar.gz", Packer.join(Packer.gzip(TWO), garbage)))
                .containsExactly("1.png#0 OK", "d/2.png#0 OK", "#0 ARCHIVE_PARTIAL");
        assertThat(scan.briefs("a.tar", Packer.join(TWO, garbage)))
                .containsExactly("1.png#0 OK", "d/2.png#0 OK", "#0 ARCHIVE_PARTIAL");
    }

    @Test
    void readsThroughSeveralGzipMembers() {
        byte[] front = Packer.gzip(Arrays.copyOf(TWO, 700));
        byte[] back = Packer.gzip(Arrays.copyOfRange(TWO, 700, TWO.length));

        assertThat(scan.briefs("a.tar.gz", Packer.join(front, back))).containsExactly("1.png#0 OK", "d/2.png#0 OK");
    }

    @Test
    void readsTarsOneBehindTheOther() {
        byte[] third = Packer.gzip(Packer.tar("1.png", Samples.jpeg()));

        assertThat(scan.briefs("a.tar.gz", Packer.join(Packer.gzip(TWO), Packer.gzip(TWO), third)))
                .containsExactly("1.png#0 OK", "d/2.png#0 OK", "1.png!2#0 OK", "d/2.png!2#0 OK", "1.png!3#0 OK");
    }

    @Test
    void tellsAFlippedBitByTheChecksumOfTheGzip() {
        byte[] gzip = Packer.gzip(TWO);
        gzip[gzip.length - 6] ^= 1;

        List<Item> items = scan.items("rot.tar.gz", gzip);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("1.png#0 OK", "d/2.png#0 OK", "#0 ARCHIVE_PARTIAL");
    }

    @Test
    void refusesUnsafeAndJunkNamesAndLinks() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry("link.png", TarConstants.LF_SYMLINK));
            tar.closeArchiveEntry();
        }
        bytes.writeBytes(Packer.tar("../x.png", Samples.png(), "/x.png", Samples.png(), "._x.png", Samples.png()));

        assertThat(scan.briefs("odd.tar", bytes.toByteArray()))
                .containsExactly(
                        "link.png#0 UNSUPPORTED",
                        "../x.png#0 UNSAFE_PATH",
                        "/x.png#0 UNSAFE_PATH",
                        "._x.png#0 SKIPPED_JUNK");
    }

    @Test
    void stopsABombOnTheBytesReallyUnpacked() {
        byte[] tar = Packer.tar("1.png", Samples.png(), "bomb.png", new byte[5_000_000], "2.png", Samples.png());

        assertThat(new ScanFixture(folder, "max-archive = 1 MiB", "max-entry-unpacked = 500 KiB")
                        .briefs("bomb.tgz", Packer.gzip(tar)))
                .containsExactly("1.png#0 OK", "bomb.png#0 TOO_LARGE", "#0 BOMB_SUSPECTED");
        assertThat(new ScanFixture(folder, "max-archive-entries = 2").briefs("many.tgz", Packer.gzip(tar)))
                .containsExactly("1.png#0 OK", "bomb.png#0 CORRUPT_ENTRY", "#0 BOMB_SUSPECTED");
    }

    @Test
    void saysWhatIsNoTar() {
        byte[] text = "not found".getBytes(StandardCharsets.US_ASCII);

        assertThat(scan.briefs("a.tgz", text)).containsExactly("#0 ARCHIVE_UNREADABLE");
        assertThat(scan.briefs("a.tar.gz", Arrays.copyOf(Packer.gzip(TWO), 40)))
                .containsExactly("#0 ARCHIVE_UNREADABLE");
        assertThat(scan.briefs("a.txt.gz", Packer.gzip(text))).containsExactly("#0 UNSUPPORTED");
    }
}
