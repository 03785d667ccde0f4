package numeral.scan;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** Kinds of files, told by their first bytes; what a name's extension says is not believed. */
enum Magic {
    PNG("PNG", Use.PAGES, "89504e470d0a1a0a"),
    JPEG("JPEG", Use.PAGES, "ffd8ff"),
    TIFF_LITTLE_ENDIAN("TIFF", Use.PAGES, "49492a00"),
    TIFF_BIG_ENDIAN("TIFF", Use.PAGES, "4d4d002a"),
    PDF("PDF", Use.PAGES, "255044462d"),
    BMP("BMP", Use.PAGES, "424d"),
    ZIP("zip", Use.ARCHIVE, "504b0304"),
    ZIP_EMPTY("zip", Use.ARCHIVE, "504b0506"),
    GZIP("gzip", Use.ARCHIVE, "1f8b"),
    SEVEN_ZIP("7z", Use.ARCHIVE, "377abcaf271c"),
    BZIP2("bzip2", Use.ARCHIVE, "425a68"),
    XZ("xz", Use.ARCHIVE, "fd377a585a00"),
    ZSTD("Zstandard", Use.ARCHIVE, "28b52ffd"),
    APPLE_DOUBLE("AppleDouble resource fork", Use.JUNK, "00051607"),
    DS_STORE("Finder folder settings", Use.JUNK, "0000000142756431"),
    RAR("RAR", Use.NONE, "526172211a07"),
    BIG_TIFF_LITTLE_ENDIAN("BigTIFF", Use.NONE, "49492b00"),
    BIG_TIFF_BIG_ENDIAN("BigTIFF", Use.NONE, "4d4d002b"),
    JPEG_2000("JPEG 2000", Use.NONE, "0000000c6a502020"),
    JPEG_2000_STREAM("JPEG 2000", Use.NONE, "ff4fff51"),
    GIF("GIF", Use.NONE, "47494638"),
    WEBP("WebP", Use.NONE, "52494646"),
    OFFICE("Microsoft compound document", Use.NONE, "d0cf11e0a1b11ae1"),
    /** Has no magic in its first bytes: told by the checksum of its header. */
    TAR("tar", Use.ARCHIVE, ""),
    UNKNOWN("unknown", Use.NONE, "");

    /** How many first bytes are enough to tell. */
    static final int HEAD_BYTES = 512;

    private static final int LONGEST_PREFIX_BYTES = 8;

    /** What a kind of file is good for. */
    enum Use {
        PAGES,
        ARCHIVE,
        JUNK,
        NONE
    }

    private final String title;
    private final Use use;
    private final String prefixHex;

    Magic(String title, Use use, String prefixHex) {
        this.title = title;
        this.use = use;
        this.prefixHex = prefixHex;
    }

    /**
     * The kind of a file.
     *
     * @param bytes its first {@link #HEAD_BYTES}, or more
     * @param name believed only where the bytes say nothing: a zip may have anything in front of it
     */
    static Magic of(byte[] bytes, String name) {
        String head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_PREFIX_BYTES));
        for (Magic magic : values()) {
            if (!magic.prefixHex.isEmpty() && head.startsWith(magic.prefixHex)) {
                return magic;
            }
        }
        if (isTarHeader(bytes)) {
            return TAR;
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? ZIP : UNKNOWN;
    }

    /** Whether a block is the header of a tar entry; all zeros, the mark of a tar's end, are none. */
    static boolean isTarHeader(byte[] bytes) {
        try {
            return bytes.length >= HEAD_BYTES
                    && bytes[0] != 0
                    && TarUtils.verifyCheckSum(Arrays.copyOf(bytes, HEAD_BYTES));
        } catch (IllegalArgumentException e) {
            // The field of the checksum holds no number.
            return false;
        }
    }

    /** Whether a name promises an archive, for what is none by its bytes. */
    static boolean namedAsArchive(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(tar|tgz|gz|tbz2?|bz2|txz|xz|tzst|zst|7z)");
    }

    /** Whether a name promises a page, for what is none by its bytes. */
    static boolean namedAsPage(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|tiff?|bmp|pdf)");
    }

    String title() {
        return title;
    }

    Use use() {
        return use;
    }
}
