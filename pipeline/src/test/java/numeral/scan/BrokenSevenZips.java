package numeral.scan;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;

/** Cases of 7z files. */
final class BrokenSevenZips {
    private static final byte[] PAGE = Samples.png();
    private static final byte[] LARGE_PAGE = Samples.encode("png", "", Samples.noise(80, 80, 1));
    private static final byte[] THREE = Packer.sevenZip("1.png", PAGE, "d/2.png", LARGE_PAGE, "3.png", PAGE);

    private BrokenSevenZips() {}

    static List<BrokenFile> all() {
        return List.of(
                BrokenFile.of("7z that is sound", "a.7z", THREE, "1.png#0 OK", "d/2.png#0 OK", "3.png#0 OK"),
                BrokenFile.of(
                        "7z by bzip2",
                        "a.7z",
                        Packer.sevenZip(new char[0], SevenZMethod.BZIP2, "1.png", PAGE),
                        "1.png#0 OK"),
                BrokenFile.of(
                        "7z by deflate",
                        "a.7z",
                        Packer.sevenZip(new char[0], SevenZMethod.DEFLATE, "1.png", PAGE),
                        "1.png#0 OK"),
                BrokenFile.of(
                        "7z with a folder and an empty file",
                        "a.7z",
                        Packer.sevenZip("d/", new byte[0], "1.png", new byte[0]),
                        "1.png#0 CORRUPT_ENTRY"),
                BrokenFile.of("7z of nothing", "a.7z", Packer.sevenZip()),
                BrokenFile.of(
                        "7z that is cut", "a.7z", Arrays.copyOf(THREE, THREE.length - 20), "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of("7z of its magic alone", "a.7z", Arrays.copyOf(THREE, 6), "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of(
                        "7z with rot in its directory", "a.7z", flipped(THREE.length - 20), "#0 ARCHIVE_UNREADABLE"),
                BrokenFile.of(
                        "7z with rot in an entry",
                        "a.7z",
                        flipped(3000),
                        "1.png#0 OK",
                        "d/2.png#0 CRC_MISMATCH",
                        "3.png#0 OK"),
                BrokenFile.of(
                        "7z with a password",
                        "a.7z",
                        Packer.sevenZip("secret".toCharArray(), SevenZMethod.LZMA2, "1.png", PAGE, "2.png", PAGE),
                        "1.png#0 SKIPPED_ENCRYPTED",
                        "2.png#0 SKIPPED_ENCRYPTED"),
                BrokenFile.of(
                        "7z with unsafe names and junk",
                        "a.7z",
                        Packer.sevenZip("../x.png", PAGE, "Thumbs.db", PAGE, "1.png", PAGE),
                        "../x.png#0 UNSAFE_PATH",
                        "Thumbs.db#0 SKIPPED_JUNK",
                        "1.png#0 OK"),
                BrokenFile.of(
                        "7z with one name twice",
                        "a.7z",
                        Packer.sevenZip("1.png", PAGE, "1.png", LARGE_PAGE),
                        "1.png#0 OK",
                        "1.png!2#0 OK"),
                BrokenFile.of(
                                "7z with an entry too large",
                                "a.7z",
                                Packer.sevenZip("1.png", new byte[3_000_000], "2.png", PAGE),
                                "1.png#0 TOO_LARGE",
                                "2.png#0 OK")
                        .under("max-entry-unpacked = 1 MiB"),
                BrokenFile.of(
                                "7z bomb",
                                "a.7z",
                                Packer.sevenZip("1.png", new byte[600_000], "2.png", new byte[600_000]),
                                "1.png#0 CORRUPT_ENTRY",
                                "#0 BOMB_SUSPECTED")
                        .under("max-archive = 1 MB"));
    }

    private static byte[] flipped(int at) {
        byte[] bytes = THREE.clone();
        bytes[at] ^= 4;
        return bytes;
    }
}
