package numeral.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;

/** Cases of zip files. */
final class BrokenZips {
    private static final byte[] PAGE = Samples.png();
    private static final byte[] LARGE_PAGE = Samples.encode("png", "", Samples.noise(80, 80, 1));
    private static final byte[] TWO = Packer.zip("1.png", PAGE, "2.png", PAGE);

    private BrokenZips() {}

    static List<BrokenFile> all() {
        return List.of(
                BrokenFile.of("zip that is sound", "a.zip", TWO, "1.png#0 OK", "2.png#0 OK"),
                BrokenFile.of("zip of no bytes", "a.zip", new byte[0], "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of(
                        "zip that is a web page", "a.zip", text("<html>not found</html>"), "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of("zip of nothing", "a.zip", Packer.zip()),
                BrokenFile.of(
                        "zip without its directory",
                        "a.zip",
                        Arrays.copyOf(TWO, directory(TWO)),
                        "1.png#0 OK_WITH_WARNINGS",
                        "2.png#0 OK_WITH_WARNINGS",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "zip cut inside its second entry",
                        "a.zip",
                        Arrays.copyOf(TWO, directory(TWO) - 60),
                        "1.png#0 OK_WITH_WARNINGS",
                        "2.png#0 TRUNCATED",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "zip cut inside its first header", "a.zip", Arrays.copyOf(TWO, 20), "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of(
                        "zip cut inside its directory",
                        "a.zip",
                        Arrays.copyOf(TWO, directory(TWO) + 70),
                        "1.png#0 OK_WITH_WARNINGS",
                        "2.png#0 OK_WITH_WARNINGS",
                        "#0 ARCHIVE_PARTIAL"),
                BrokenFile.of(
                        "zip behind a self-extractor",
                        "a.zip",
                        Packer.join(new byte[5000], TWO),
                        "1.png#0 OK",
                        "2.png#0 OK"),
                BrokenFile.of(
                        "zip64",
                        "a.zip",
                        Packer.zipBy(Zip64Mode.Always, ZipEntry.DEFLATED, "1.png", PAGE),
                        "1.png#0 OK"),
                BrokenFile.of(
                        "zip with rot in a stored entry",
                        "a.zip",
                        rotten(ZipEntry.STORED),
                        "1.png#0 OK",
                        "2.png#0 CRC_MISMATCH",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "zip with rot in a deflated entry",
                        "a.zip",
                        rotten(ZipEntry.DEFLATED),
                        "1.png#0 OK",
                        "2.png#0 CRC_MISMATCH",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "zip with a password on one entry",
                        "a.zip",
                        encrypted(),
                        "1.png#0 SKIPPED_ENCRYPTED",
                        "2.png#0 OK"),
                BrokenFile.of(
                        "zip with an unknown compression", "a.zip", method(97), "1.png#0 UNSUPPORTED", "2.png#0 OK"),
                BrokenFile.of("zip with a symbolic link", "a.zip", link(), "1.png#0 UNSUPPORTED", "2.png#0 OK"),
                BrokenFile.of(
                        "zip whose entries share their bytes",
                        "a.zip",
                        overlapping(),
                        "1.png#0 BOMB_SUSPECTED",
                        "2.png#0 OK"),
                BrokenFile.of(
                        "zip with one name for two contents",
                        "a.zip",
                        Packer.zip("p.png", PAGE, "p.png", LARGE_PAGE),
                        "p.png#0 OK",
                        "p.png!2#0 OK"),
                BrokenFile.of("zip with one content under two names", "a.zip", TWO, "1.png#0 OK", "2.png#0 OK"),
                BrokenFile.of(
                        "zip with an empty entry",
                        "a.zip",
                        Packer.zip("1.png", new byte[0], "2.png", PAGE),
                        "1.png#0 CORRUPT_ENTRY",
                        "2.png#0 OK"),
                BrokenFile.of(
                                "zip with an entry too large by its own word",
                                "a.zip",
                                Packer.zip("1.png", new byte[3_000_000], "2.png", PAGE),
                                "1.png#0 TOO_LARGE",
                                "2.png#0 OK")
                        .under("max-entry-unpacked = 1 MiB"),
                BrokenFile.of(
                                "zip with an entry packed too large",
                                "a.zip",
                                Packer.zip("1.png", LARGE_PAGE, "2.png", PAGE),
                                "1.png#0 TOO_LARGE",
                                "2.png#0 OK")
                        .under("max-entry-packed = 5 KiB"),
                BrokenFile.of(
                                "zip bomb that declares a hundred bytes",
                                "a.zip",
                                lyingBomb(),
                                "1.png#0 BOMB_SUSPECTED",
                                "2.png#0 OK")
                        .under("max-entry-unpacked = 1 MiB"),
                BrokenFile.of(
                                "zip bomb of many small entries",
                                "a.zip",
                                Packer.zip("1.png", new byte[600_000], "2.png", new byte[600_000]),
                                "1.png#0 CORRUPT_ENTRY",
                                "#0 BOMB_SUSPECTED")
                        .under("max-archive = 1 MB"),
                BrokenFile.of(
                                "zip bomb inside a zip",
                                "a.zip",
                                Packer.zip("b.zip", Packer.zip("1.bin", new byte[900_000], "2.bin", new byte[900_000])),
                                "b.zip!/1.bin#0 UNSUPPORTED",
                                "b.zip#0 BOMB_SUSPECTED")
                        .under("max-archive = 1 MB"),
                BrokenFile.of("zip with too many entries", "a.zip", TWO, "#0 TOO_LARGE")
                        .under("max-archive-entries = 1"),
                BrokenFile.of("zip that is too large", "a.zip", TWO, "#0 TOO_LARGE")
                        .under("max-archive = 100 B"),
                BrokenFile.of(
                        "zip in a zip",
                        "a.zip",
                        Packer.zip("b.zip", TWO, "3.png", PAGE),
                        "b.zip!/1.png#0 OK",
                        "b.zip!/2.png#0 OK",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "zip in a zip in a zip",
                        "a.zip",
                        Packer.zip("b.zip", Packer.zip("c.zip", TWO), "3.png", PAGE),
                        "b.zip!/c.zip#0 BOMB_SUSPECTED",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "cut zip in a zip",
                        "a.zip",
                        Packer.zip("b.zip", Arrays.copyOf(TWO, directory(TWO)), "3.png", PAGE),
                        "b.zip!/1.png#0 OK_WITH_WARNINGS",
                        "b.zip!/2.png#0 OK_WITH_WARNINGS",
                        "b.zip#0 ARCHIVE_PARTIAL",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "7z and tar.xz in a zip",
                        "a.zip",
                        Packer.zip(
                                "b.7z", Packer.sevenZip("1.png", PAGE), "c.txz", Packer.xz(Packer.tar("2.png", PAGE))),
                        "b.7z!/1.png#0 OK",
                        "c.txz!/2.png#0 OK"),
                BrokenFile.of(
                        "zip with names that climb out",
                        "a.zip",
                        Packer.zip("../../x.tif", PAGE, "a/../../x.png", PAGE, "..\\x.png", PAGE),
                        "../../x.tif#0 UNSAFE_PATH",
                        "a/../../x.png#0 UNSAFE_PATH",
                        "../x.png#0 UNSAFE_PATH"),
                BrokenFile.of(
                        "zip with an absolute name",
                        "a.zip",
                        Packer.zip("/etc/x.png", PAGE),
                        "/etc/x.png#0 UNSAFE_PATH"),
                BrokenFile.of(
                        "zip with a drive letter", "a.zip", Packer.zip("C:\\x.png", PAGE), "C:/x.png#0 UNSAFE_PATH"),
                BrokenFile.of(
                        "zip with a NUL in a name", "a.zip", Packer.zip("x\0.png", PAGE), "x\\u0000.png#0 UNSAFE_PATH"),
                BrokenFile.of(
                        "zip with a terminal's escape in a name",
                        "a.zip",
                        Packer.zip("x\u001b[2J.png", PAGE),
                        "x\\u001b[2J.png#0 OK"),
                BrokenFile.of(
                        "zip with what a Mac leaves behind",
                        "a.zip",
                        Packer.zip("__MACOSX/._p.tif", PAGE, ".DS_Store", PAGE, "._p.tif", PAGE),
                        "__MACOSX/._p.tif#0 SKIPPED_JUNK",
                        ".DS_Store#0 SKIPPED_JUNK",
                        "._p.tif#0 SKIPPED_JUNK"),
                BrokenFile.of(
                        "zip with what Windows leaves behind",
                        "a.zip",
                        Packer.zip("Thumbs.db", PAGE, "d/desktop.ini", PAGE),
                        "Thumbs.db#0 SKIPPED_JUNK",
                        "d/desktop.ini#0 SKIPPED_JUNK"),
                BrokenFile.of(
                        "zip with a resource fork named as a page",
                        "a.zip",
                        Packer.zip("p.tif", new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0}),
                        "p.tif#0 SKIPPED_JUNK"));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int directory(byte[] zip) {
        return Packer.find(zip, 0, 'P', 'K', 1, 2);
    }

    private static byte[] rotten(int method) {
        byte[] zip = Packer.zipBy(Zip64Mode.Never, method, "1.png", PAGE, "2.png", LARGE_PAGE, "3.png", PAGE);
        zip[Packer.find(zip, 0, '2', '.', 'p', 'n', 'g') + 1000] ^= 4;
        return zip;
    }

    private static byte[] encrypted() {
        byte[] zip = TWO.clone();
        zip[6] |= 1;
        zip[directory(zip) + 8] |= 1;
        return zip;
    }

    private static byte[] method(int method) {
        byte[] zip = TWO.clone();
        zip[directory(zip) + 10] = (byte) method;
        return zip;
    }

    private static byte[] link() {
        byte[] zip = TWO.clone();
        int entry = directory(zip);
        // made on Unix, with the mode of a link
        zip[entry + 5] = 3;
        zip[entry + 41] = (byte) 0xa0;
        return zip;
    }

    private static byte[] overlapping() {
        byte[] zip = TWO.clone();
        int second = Packer.find(zip, directory(zip) + 4, 'P', 'K', 1, 2);
        System.arraycopy(new byte[4], 0, zip, second + 42, 4);
        return zip;
    }

    private static byte[] lyingBomb() {
        byte[] zip = Packer.zip("1.png", new byte[3_000_000], "2.png", PAGE);
        System.arraycopy(new byte[] {100, 0, 0, 0}, 0, zip, directory(zip) + 24, 4);
        return zip;
    }
}
