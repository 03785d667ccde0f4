package numeral.idx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import numeral.idx.IdxProblem.Defect;

/** Formats that turn up where an IDX file was meant, told by their first bytes and never by the file's name. */
enum FileSignature {
    GZIP("gzip data inside gzip data; unpack it once", 0x1f, 0x8b),
    XZ("xz data; unpack it or pack it with gzip", 0xfd, '7', 'z', 'X'),
    ZIP("a zip archive; unpack it", 'P', 'K', 3, 4),
    BZIP2("bzip2 data; unpack it or pack it with gzip", 'B', 'Z', 'h'),
    ZSTD("zstd data; unpack it or pack it with gzip", 0x28, 0xb5, 0x2f, 0xfd),
    PNG("a PNG image", 0x89, 'P', 'N', 'G'),
    GIT_LFS("a Git LFS pointer; fetch the file itself", 'v', 'e', 'r', 's'),
    MARKUP("an HTML or XML page, perhaps a failed download", '<');

    private final String description;
    private final byte[] prefix;

    FileSignature(String description, int... prefix) {
        this.description = description;
        this.prefix = new byte[prefix.length];
        for (int i = 0; i < prefix.length; i++) {
            this.prefix[i] = (byte) prefix[i];
        }
    }

    boolean matches(byte[] head) {
        return head.length >= prefix.length && Arrays.equals(head, 0, prefix.length, prefix, 0, prefix.length);
    }

    static void refuseOthers(String file, byte[] head) throws IdxException {
        byte[] text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .getBytes(StandardCharsets.ISO_8859_1);
        for (FileSignature signature : values()) {
            if (signature.matches(head) || signature.matches(text)) {
                throw new IdxException(new IdxProblem(
                        Defect.OTHER_FORMAT, file, "content", "an IDX file, raw or gzip", signature.description));
            }
        }
    }

    static String hex(byte... bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
