package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedScanTest {
    private static final byte[] INNER = Packer.zip("p.png", Samples.png());

    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void open() {
        scan = new ScanFixture(folder);
    }

    @Test
    void readsArchivesInsideArchives() {
        byte[] tar = Packer.gzip(Packer.tar("q.png", Samples.png()));
        byte[] outer = Packer.zip("b.zip", INNER, "c.tgz", tar, "r.png", Samples.png());

        List<Item> items = scan.items("a.zip", outer);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("b.zip!/p.png#0 OK", "c.tgz!/q.png#0 OK", "r.png#0 OK");
        assertThat(items.get(0).key()).endsWith("a.zip!/b.zip!/p.png#0");
    }

    @Test
    void refusesToGoDeeperThanTwo() {
        byte[] outer = Packer.zip("b.zip", Packer.zip("c.zip", INNER, "p.png", Samples.png()));

        List<Item> items = scan.items("a.zip", outer);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly("b.zip!/c.zip#0 BOMB_SUSPECTED", "b.zip!/p.png#0 OK");
        assertThat(items.get(0).reason()).isEqualTo("archives nested deeper than 2");
    }

    @Test
    void tellsWhichNestedArchiveIsDamaged() {
        byte[] cut = Arrays.copyOf(INNER, INNER.length - 30);

        List<Item> items = scan.items("a.zip", Packer.zip("b.zip", cut, "c.tgz", new byte[9], "p.png", Samples.png()));

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly(
                        "b.zip!/p.png#0 OK_WITH_WARNINGS",
                        "b.zip#0 ARCHIVE_PARTIAL",
                        "c.tgz#0 ARCHIVE_UNREADABLE",
                        "p.png#0 OK");
        assertThat(items.get(1).sha256()).isPresent();
    }
}
