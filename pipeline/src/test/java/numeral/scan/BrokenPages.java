package numeral.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Cases of single pages: PNG, JPEG, TIFF and BMP. */
final class BrokenPages {
    private static final byte[] PNG = Samples.png();
    private static final byte[] JPEG = Samples.jpeg();
    private static final byte[] FAX = Samples.faxTiff(2);
    private static final byte[] BMP =
            Samples.encode("bmp", "", Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLACK));

    private BrokenPages() {}

    static List<BrokenFile> all() {
        return List.of(
                BrokenFile.of("page of no bytes", "p.tif", new byte[0], "#0 CORRUPT_ENTRY"),
                BrokenFile.of("page that is a text", "p.png", BrokenZips.text("not found"), "#0 CORRUPT_ENTRY"),
                BrokenFile.of("text", "README", BrokenZips.text("not found"), "#0 UNSUPPORTED"),
                BrokenFile.of("PNG named as TIFF", "p.tif", PNG, "#0 OK"),
                BrokenFile.of("zip named as PNG", "p.png", Packer.zip("1.png", PNG), "1.png#0 OK"),
                BrokenFile.of("GIF", "p.gif", BrokenZips.text("GIF89a"), "#0 UNSUPPORTED"),
                BrokenFile.of("RAR", "p.rar", BrokenZips.text("Rar!\u001a\u0007\u0000"), "#0 UNSUPPORTED"),
                BrokenFile.of("file too large", "p.png", PNG, "#0 TOO_LARGE").under("max-entry-packed = 50 B"),
                BrokenFile.of("junk by its name", "Thumbs.db", PNG, "#0 OK"),
                BrokenFile.of("PNG of its magic alone", "p.png", Arrays.copyOf(PNG, 8), "#0 TRUNCATED"),
                BrokenFile.of("PNG that is cut", "p.png", Arrays.copyOf(PNG, PNG.length - 20), "#0 TRUNCATED"),
                BrokenFile.of("PNG with a flipped bit", "p.png", flipped(PNG, 50), "#0 CRC_MISMATCH"),
                BrokenFile.of("PNG with garbage behind it", "p.png", Packer.join(PNG, new byte[100]), "#0 OK"),
                BrokenFile.of("PNG without pixels", "p.png", png(60, 40, new byte[0]), "#0 TRUNCATED"),
                BrokenFile.of(
                        "PNG with too few pixels",
                        "p.png",
                        png(60, 40, Samples.deflate(new byte[100])),
                        "#0 TRUNCATED"),
                BrokenFile.of(
                        "PNG with pixels that do not unpack",
                        "p.png",
                        png(60, 40, BrokenZips.text("no deflate at all")),
                        "#0 CORRUPT_ENTRY"),
                BrokenFile.of(
                        "PNG of 60000 x 60000 in 70 bytes", "p.png", png(60_000, 60_000, new byte[0]), "#0 TOO_LARGE"),
                BrokenFile.of("PNG of no width", "p.png", png(0, 40, new byte[0]), "#0 CORRUPT_ENTRY"),
                BrokenFile.of("PNG with a damaged comment", "p.png", damagedComment(), "#0 OK_WITH_WARNINGS"),
                BrokenFile.of(
                        "PNG without a header",
                        "p.png",
                        Samples.pngOf("IDAT", new byte[3], "IEND", new byte[0]),
                        "#0 CORRUPT_ENTRY"),
                BrokenFile.of("JPEG that is cut", "p.jpg", Arrays.copyOf(JPEG, JPEG.length - 30), "#0 TRUNCATED"),
                BrokenFile.of("JPEG cut inside its header", "p.jpg", Arrays.copyOf(JPEG, 100), "#0 TRUNCATED"),
                BrokenFile.of(
                        "JPEG without an image",
                        "p.jpg",
                        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9},
                        "#0 CORRUPT_ENTRY"),
                BrokenFile.of("JPEG without a frame", "p.jpg", withoutFrame(), "#0 CORRUPT_ENTRY"),
                BrokenFile.of("JPEG of 60000 x 60000", "p.jpg", jpegSize(60_000, 60_000), "#0 TOO_LARGE"),
                BrokenFile.of("JPEG of no height", "p.jpg", jpegSize(60, 0), "#0 CORRUPT_ENTRY"),
                BrokenFile.of("JPEG by arithmetic coding", "p.jpg", process(0xc9), "#0 UNSUPPORTED"),
                BrokenFile.of("JPEG without loss", "p.jpg", process(0xc3), "#0 UNSUPPORTED"),
                BrokenFile.of("JPEG of CMYK", "p.jpg", Samples.cmykJpeg(0, 0, 0, 0), "#0 OK"),
                BrokenFile.of("TIFF of its magic alone", "p.tif", Arrays.copyOf(FAX, 4), "#0 TRUNCATED"),
                BrokenFile.of(
                        "TIFF without a page", "p.tif", new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0}, "#0 CORRUPT_ENTRY"),
                BrokenFile.of(
                        "TIFF cut inside its last page",
                        "p.tif",
                        Arrays.copyOf(FAX, FAX.length - 5),
                        "#0 OK",
                        "#1 TRUNCATED"),
                BrokenFile.of(
                        "TIFF whose directory lies behind its end",
                        "p.tif",
                        new byte[] {'I', 'I', 42, 0, 0, 1, 0, 0},
                        "#0 TRUNCATED"),
                BrokenFile.of(
                        "TIFF whose directories run in a loop",
                        "p.tif",
                        looped(),
                        "#0 OK",
                        "#1 OK",
                        "#2 CORRUPT_ENTRY"),
                BrokenFile.of("TIFF of too many pages", "p.tif", Samples.faxTiff(4), "#0 OK", "#1 OK", "#2 TOO_LARGE")
                        .under("max-pages = 2"),
                BrokenFile.of(
                                "TIFF of a hundred thousand directories",
                                "p.tif",
                                hundredThousandPages(),
                                IntStream.rangeClosed(0, 500)
                                        .mapToObj(i -> "#" + i + (i < 500 ? " CORRUPT_ENTRY" : " TOO_LARGE"))
                                        .toArray(String[]::new))
                        .under("max-pages = 500"),
                BrokenFile.of("TIFF that claims too many channels", "p.tif", tiff(1000, 65_535), "#0 TOO_LARGE"),
                BrokenFile.of("TIFF that claims too many pixels", "p.tif", tiff(65_000, 1), "#0 TOO_LARGE"),
                BrokenFile.of("TIFF of 64 bits", "p.tif", new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0}, "#0 UNSUPPORTED"),
                BrokenFile.of(
                        "TIFF of a thumbnail",
                        "p.tif",
                        Samples.tiffOf(
                                new byte[1], new int[] {254, 4, 1}, new int[] {256, 3, 1}, new int[] {257, 3, 1}),
                        "#0 SKIPPED_JUNK"),
                BrokenFile.of("BMP that is sound", "p.bmp", BMP, "#0 OK"),
                BrokenFile.of("BMP that is cut", "p.bmp", Arrays.copyOf(BMP, BMP.length - 20), "#0 TRUNCATED"),
                BrokenFile.of("BMP cut inside its header", "p.bmp", Arrays.copyOf(BMP, 20), "#0 TRUNCATED"),
                BrokenFile.of("BMP around a JPEG", "p.bmp", replaced(BMP, 30, 4), "#0 UNSUPPORTED"),
                BrokenFile.of(
                        "BMP that claims too much", "p.bmp", replaced(replaced(BMP, 20, 1), 30, 1), "#0 TOO_LARGE"),
                BrokenFile.of(
                                "page that takes too long",
                                "p.png",
                                Samples.encode("png", "", Samples.noise(3000, 3000, 1)),
                                "#0 TIMEOUT")
                        .under("decode-timeout = 1ms"));
    }

    private static byte[] flipped(byte[] sound, int at) {
        byte[] bytes = sound.clone();
        bytes[at] ^= 4;
        return bytes;
    }

    private static byte[] replaced(byte[] sound, int at, int value) {
        byte[] bytes = sound.clone();
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] png(int width, int height, byte[] pixels) {
        return Samples.pngOf("IHDR", Samples.pngHeader(width, height, 8, 0), "IDAT", pixels, "IEND", new byte[0]);
    }

    private static byte[] damagedComment() {
        byte[] chunk = Samples.pngOf("tEXt", BrokenZips.text("Title\0page"));
        byte[] damaged = flipped(chunk, 20);
        return Packer.join(
                Arrays.copyOf(PNG, 33),
                Arrays.copyOfRange(damaged, 8, damaged.length),
                Arrays.copyOfRange(PNG, 33, PNG.length));
    }

    private static int frame() {
        return Packer.find(JPEG, 0, 0xff, 0xc0);
    }

    private static byte[] process(int marker) {
        return replaced(JPEG, frame() + 1, marker);
    }

    private static byte[] withoutFrame() {
        return process(0xfe);
    }

    private static byte[] jpegSize(int width, int height) {
        byte[] jpeg = JPEG.clone();
        ByteBuffer.wrap(jpeg).putShort(frame() + 5, (short) height).putShort(frame() + 7, (short) width);
        return jpeg;
    }

    private static byte[] looped() {
        byte[] tiff = FAX.clone();
        ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = bytes.getInt(4);
        int second = bytes.getInt(first + 2 + 12 * bytes.getShort(first));
        bytes.putInt(second + 2 + 12 * bytes.getShort(second), first);
        return tiff;
    }

    /** Directories without a field, each of six bytes. */
    private static byte[] hundredThousandPages() {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 6 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        while (tiff.hasRemaining()) {
            tiff.putShort((short) 0).putInt(tiff.remaining() > 4 ? tiff.position() + 4 : 0);
        }
        return tiff.array();
    }

    private static byte[] tiff(int side, int channels) {
        return Samples.tiffOf(
                new byte[1],
                new int[] {256, 4, side},
                new int[] {257, 4, side},
                new int[] {258, 3, 8},
                new int[] {273, 4, 0},
                new int[] {277, 3, channels},
                new int[] {279, 4, 1});
    }
}
