package numeral.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Cases of tars, plain and under each compression. */
final class BrokenTars {
    private static final byte[] PAGE = Samples.png();
    /** So large that each compression flushes more than once. */
    private static final byte[] LARGE_PAGE = Samples.encode("png", "", Samples.noise(500, 500, 1));

    private static final byte[] TWO = Packer.tar("1.png", PAGE, "d/2.png", PAGE);
    private static final byte[] LARGE = Packer.tar("1.png", PAGE, "2.png", LARGE_PAGE);

    private BrokenTars() {}

    static List<BrokenFile> all() {
        List<BrokenFile> cases = new ArrayList<>(List.of(
                BrokenFile.of(
                        "tar cut inside an entry",
                        "a.tar",
                        Arrays.copyOf(LARGE, 100_000),
                        "1.png#0 OK",
                        "2.png#0 TRUNCATED",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "tar cut between two entries",
                        "a.tar",
                        Arrays.copyOf(TWO, 512 + (PAGE.length + 511) / 512 * 512),
                        "1.png#0 OK",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "tar with trailing garbage",
                        "a.tar",
                        Packer.join(TWO, garbage()),
                        "1.png#0 OK",
                        "d/2.png#0 OK",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "tar with a broken second header", "a.tar", brokenHeader(), "1.png#0 OK", "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "two tars one behind the other",
                        "a.tar",
                        Packer.join(TWO, TWO),
                        "1.png#0 OK",
                        "d/2.png#0 OK",
                        "1.png!2#0 OK",
                        "d/2.png!2#0 OK"),
                BrokenFile.of(
                        "tar with links and devices",
                        "a.tar",
                        links(),
                        "soft.png#0 UNSUPPORTED",
                        "hard.png#0 UNSUPPORTED",
                        "pipe.png#0 UNSUPPORTED"),
                BrokenFile.of(
                        "tar with unsafe names",
                        "a.tar",
                        Packer.tar("../x.png", PAGE, "/x.png", PAGE),
                        "../x.png#0 UNSAFE_PATH",
                        "/x.png#0 UNSAFE_PATH"),
                BrokenFile.of("tar with junk", "a.tar", Packer.tar("._x.png", PAGE), "._x.png#0 SKIPPED_JUNK"),
                BrokenFile.of("tar with too many entries", "a.tar", TWO, "1.png#0 OK", "#0 BOMB_SUSPECTED")
                        .under("max-archive-entries = 1"),
                BrokenFile.of(
                        "tar that is a web page",
                        "a.tar",
                        BrokenZips.text("<html>not found</html>"),
                        "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of(
                        "gzip cut behind its header",
                        "a.tgz",
                        Arrays.copyOf(Packer.gzip(TWO), 12),
                        "#0 ARCHIVE_UNREADABLE")));
        cases.addAll(packed("gzip", Packer::gzip));
        cases.addAll(packed("bzip2", Packer::bzip2));
        cases.addAll(packed("xz", Packer::xz));
        cases.addAll(packed("Zstandard", Packer::zstd));
        return cases;
    }

    private static List<BrokenFile> packed(String title, UnaryOperator<byte[]> packing) {
        byte[] large = packing.apply(LARGE);
        return List.of(
                BrokenFile.of(title + " that is sound", "a.tar.x", packing.apply(TWO), "1.png#0 OK", "d/2.png#0 OK"),
                BrokenFile.of(
                        title + " of several parts",
                        "a.tar.x",
                        Packer.join(
                                packing.apply(Arrays.copyOf(TWO, 700)),
                                packing.apply(Arrays.copyOfRange(TWO, 700, TWO.length))),
                        "1.png#0 OK",
                        "d/2.png#0 OK"),
                BrokenFile.of(
                        title + " that is cut",
                        "a.tar.x",
                        Arrays.copyOf(large, large.length - 50_000),
                        "1.png#0 OK",
                        "2.png#0 TRUNCATED",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        title + " with trailing garbage",
                        "a.tar.x",
                        Packer.join(packing.apply(TWO), garbage()),
                        "1.png#0 OK",
                        "d/2.png#0 OK",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        title + " of a text", "a.txt.x", packing.apply(BrokenZips.text("not a tar")), "#0 UNSUPPORTED"),
                BrokenFile.of(
                                title + " bomb",
                                "a.tar.x",
                                packing.apply(Packer.tar("1.png", PAGE, "2.png", new byte[5_000_000])),
                                "1.png#0 OK",
                                "2.png#0 TOO_LARGE",
                                "#0 BOMB_SUSPECTED")
                        .under("max-archive = 1 MiB", "max-entry-unpacked = 500 KiB"));
    }

    private static byte[] garbage() {
        return BrokenZips.text("garbage".repeat(200));
    }

    private static byte[] brokenHeader() {
        byte[] tar = TWO.clone();
        int second = 512 + (PAGE.length + 511) / 512 * 512;
        Arrays.fill(tar, second, second + 512, (byte) 'x');
        return tar;
    }

    private static byte[] links() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry("soft.png", TarConstants.LF_SYMLINK));
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("hard.png", TarConstants.LF_LINK));
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("pipe.png", TarConstants.LF_FIFO));
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
