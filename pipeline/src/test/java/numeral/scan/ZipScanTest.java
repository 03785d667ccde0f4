package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipScanTest {
    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void open() {
        scan = new ScanFixture(folder);
    }

    @Test
    void readsPagesInTheOrderOfTheFile() {
        byte[] zip = Packer.zip(
                "b/2.png", Samples.png(), "b/", new byte[0], "a.jpg", Samples.jpeg(), "c.tif", Samples.faxTiff(2));

        List<Item> items = scan.items("pages.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("b/2.png#0 OK", "a.jpg#0 OK", "c.tif#0 OK", "c.tif#1 OK");
        Item first = items.get(0);
        assertThat(first.archive()).isEqualTo(folder.resolve("pages.zip").toString());
        assertThat(first.key()).isEqualTo(first.archive() + "!/b/2.png#0");
        assertThat(first.reason()).isEmpty();
        assertThat(first.sha256().orElseThrow()).hasSize(64);
    }

    @Test
    void recoversEntriesOfAZipCutShort() {
        byte[] zip = Packer.zip("1.png", Samples.png(), "2.png", Samples.png(), "3.png", noisyPng(3));
        byte[] cut = Arrays.copyOf(zip, zip.length - 1500);

        List<Item> items = scan.items("cut.zip", cut);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly(
                        "1.png#0 OK_WITH_WARNINGS",
                        "2.png#0 OK_WITH_WARNINGS",
                        "3.png#0 TRUNCATED",
                        "#0 ARCHIVE_PARTIAL");
        assertThat(items.get(0).reason()).isEqualTo("recovered from a damaged zip");
        assertThat(items.get(3).reason()).contains("no sound central directory");
    }

    @Test
    void recoversEverythingWhereOnlyTheDirectoryIsGone() {
        byte[] zip = Packer.zip("1.png", Samples.png(), "2.png", Samples.png());
        int directory = Packer.find(zip, 0, 'P', 'K', 1, 2);

        assertThat(scan.briefs("cut.zip", Arrays.copyOf(zip, directory)))
                .containsExactly("1.png#0 OK_WITH_WARNINGS", "2.png#0 OK_WITH_WARNINGS", "#0 ARCHIVE_PARTIAL");
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void tellsAFlippedBitByTheChecksumAndReadsTheOthers(int method) {
        byte[] middle = noisyPng(2);
        byte[] zip =
                Packer.zipBy(Zip64Mode.Never, method, "1.png", Samples.png(), "2.png", middle, "3.png", Samples.png());
        int second = Packer.find(zip, 0, '2', '.', 'p', 'n', 'g');
        zip[second + 1000] ^= 4;

        List<Item> items = scan.items("rot.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("1.png#0 OK", "2.png#0 CRC_MISMATCH", "3.png#0 OK");
    }

    @Test
    void skipsEncryptedEntries() {
        byte[] zip = Packer.zip("1.png", Samples.png(), "2.png", Samples.png());
        int central = Packer.find(zip, 0, 'P', 'K', 1, 2);
        zip[6] |= 1;
        zip[central + 8] |= 1;

        assertThat(scan.briefs("secret.zip", zip)).containsExactly("1.png#0 SKIPPED_ENCRYPTED", "2.png#0 OK");
    }

    @Test
    void refusesAnUnknownCompressionMethod() {
        byte[] zip = Packer.zip("1.png", Samples.png());
        zip[Packer.find(zip, 0, 'P', 'K', 1, 2) + 10] = 97;

        List<Item> items = scan.items("odd.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("1.png#0 UNSUPPORTED");
        assertThat(items.get(0).reason()).contains("97");
    }

    @Test
    void readsZip64() {
        byte[] zip = Packer.zipBy(Zip64Mode.Always, ZipEntry.DEFLATED, "1.png", Samples.png());

        assertThat(scan.briefs("64.zip", zip)).containsExactly("1.png#0 OK");
    }

    @Test
    void readsSeventyThousandEntriesInPartsWithoutLossOrRepetition() throws Exception {
        Object[] entries = new Object[140_000];
        for (int i = 0; i < 70_000; i++) {
            entries[2 * i] = i + ".txt";
            entries[2 * i + 1] = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
        }
        ScanFixture parts = new ScanFixture(folder, "split = 100 KiB");
        Path file = parts.write("many.zip", Packer.zipBy(Zip64Mode.AsNeeded, ZipEntry.DEFLATED, entries));

        List<Item> items = parts.items(file.toString());

        List<Source> sources = new Inventory(new Configuration(false), parts.limits()).list(List.of(file.toString()));
        assertThat(sources).hasSizeGreaterThan(2);
        Set<String> keys = items.stream().map(Item::key).collect(Collectors.toSet());
        assertThat(items).hasSize(70_000);
        assertThat(keys).hasSize(70_000);
    }

    @Test
    void refusesMoreEntriesThanTheLimit() {
        byte[] zip = Packer.zip("1.png", Samples.png(), "2.png", Samples.png(), "3.png", Samples.png());

        List<Item> items = new ScanFixture(folder, "max-archive-entries = 2").items("many.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("#0 TOO_LARGE");
        assertThat(items.get(0).reason()).isEqualTo("3 entries, allowed are 2");
    }

    @Test
    void keepsBothOfOneNameWithOtherContent() {
        byte[] zip = Packer.zip("p.png", Samples.png(), "q.png", noisyPng(1));
        for (int at = Packer.find(zip, 0, 'q', '.'); at > 0; at = next(zip, at)) {
            zip[at] = 'p';
        }

        List<Item> items = scan.items("twice.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("p.png#0 OK", "p.png!2#0 OK");
        assertThat(items.get(0).sha256()).isNotEqualTo(items.get(1).sha256());
    }

    @Test
    void givesEqualContentEqualDigests() {
        List<Item> items = scan.items("twins.zip", Packer.zip("1.png", Samples.png(), "2.png", Samples.png()));

        assertThat(items.get(0).sha256()).isPresent().isEqualTo(items.get(1).sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.png", "/etc/x.png", "C:/x.png", "a/../../x.png", "x\0.png"})
    void refusesUnsafeNames(String name) {
        assertThat(scan.items("unsafe.zip", Packer.zip(name, Samples.png())))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.status()).isEqualTo(ScanStatus.UNSAFE_PATH);
                    assertThat(item.entry()).isEqualTo(EntryNames.printable(name));
                    assertThat(item.sha256()).isEmpty();
                });
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"__MACOSX/._p.tif", "a/.DS_Store", "Thumbs.db", "desktop.ini", "._p.tif"})
    void skipsJunkByName(String name) {
        assertThat(scan.briefs("junk.zip", Packer.zip(name, Samples.png()))).containsExactly(name + "#0 SKIPPED_JUNK");
    }

    @Test
    void skipsJunkByItsFirstBytesUnderAnImagesName() {
        byte[] fork = {0, 5, 0x16, 7, 0, 2, 0, 0};
        byte[] settings = {0, 0, 0, 1, 'B', 'u', 'd', '1'};

        assertThat(scan.briefs("junk.zip", Packer.zip("p.tif", fork, "q.tif", settings)))
                .containsExactly("p.tif#0 SKIPPED_JUNK", "q.tif#0 SKIPPED_JUNK");
    }

    @Test
    void stopsABombOnTheBytesReallyUnpacked() {
        byte[] zip = Packer.zip("bomb.png", new byte[3_000_000], "1.png", Samples.png());
        int central = Packer.find(zip, 0, 'P', 'K', 1, 2);
        // It declares 100 bytes.
        System.arraycopy(new byte[] {100, 0, 0, 0}, 0, zip, central + 24, 4);

        List<Item> items = new ScanFixture(folder, "max-entry-unpacked = 1 MiB").items("bomb.zip", zip);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("bomb.png#0 BOMB_SUSPECTED", "1.png#0 OK");
        assertThat(items.get(0).reason()).isEqualTo("unpacks to more than 1048576 bytes");
    }

    @Test
    void refusesAnEntryThatDeclaresTooMuch() {
        byte[] zip = Packer.zip("big.png", new byte[3_000_000], "noise.png", noisyPng(1));

        assertThat(new ScanFixture(folder, "max-entry-unpacked = 1 MiB", "max-entry-packed = 5 KiB")
                        .briefs("big.zip", zip))
                .containsExactly("big.png#0 TOO_LARGE", "noise.png#0 TOO_LARGE");
    }

    @Test
    void stopsAnArchiveThatUnpacksToTooMuchInAll() {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(i + ".bin");
            entries.add(new byte[400_000]);
        }
        byte[] inner = Packer.zip(entries.toArray());

        assertThat(new ScanFixture(folder, "max-archive = 1 MB").briefs("sum.zip", Packer.zip("in.zip", inner)))
                .containsExactly(
                        "in.zip!/0.bin#0 UNSUPPORTED", "in.zip!/1.bin#0 UNSUPPORTED", "in.zip#0 BOMB_SUSPECTED");
    }

    @Test
    void refusesEntriesThatShareTheirBytes() {
        byte[] zip = Packer.zip("1.png", Samples.png(), "2.png", Samples.png());
        int central = Packer.find(zip, 0, 'P', 'K', 1, 2);
        int second = Packer.find(zip, central + 4, 'P', 'K', 1, 2);
        System.arraycopy(new byte[4], 0, zip, second + 42, 4);

        assertThat(scan.briefs("overlap.zip", zip)).containsExactly("1.png#0 BOMB_SUSPECTED", "2.png#0 OK");
    }

    @Test
    void saysOfWhatIsNoZipThatItIsUnreadable() {
        assertThat(scan.briefs("page.zip", "<html>not found</html>".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("#0 ARCHIVE_UNREADABLE");
        assertThat(scan.briefs("empty.zip", new byte[0])).containsExactly("#0 ARCHIVE_UNREADABLE");
    }

    @Test
    void readsAnEmptyZipAsNothing() {
        assertThat(scan.briefs("empty.zip", Packer.zip())).isEmpty();
    }

    private static byte[] noisyPng(long seed) {
        return Samples.encode("png", "", Samples.noise(80, 80, seed));
    }

    private static int next(byte[] zip, int at) {
        try {
            return Packer.find(zip, at + 1, 'q', '.');
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
