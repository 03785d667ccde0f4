package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageScanTest {
    private static final int INK = 5;
    private static final int PAPER = 250;

    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void open() {
        scan = new ScanFixture(folder);
    }

    private Item one(String name, byte[] bytes) {
        List<Item> items = scan.items(name, bytes);
        assertThat(items).as(name).hasSize(1);
        return items.get(0);
    }

    private static void assertBar(Item item) {
        assertThat(item.status()).as(item.reason()).isEqualTo(ScanStatus.OK);
        PageImage page = item.image().orElseThrow();
        assertThat(page.width()).isEqualTo(Samples.WIDTH);
        assertThat(page.height()).isEqualTo(Samples.HEIGHT);
        assertThat(at(page, 10, 20)).isLessThan(INK);
        assertThat(at(page, 50, 20)).isGreaterThan(PAPER);
        assertThat(at(page, 10, 2)).isGreaterThan(PAPER);
    }

    private static int at(PageImage page, int x, int y) {
        return page.grey()[y * page.width() + x] & 0xff;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_USHORT_GRAY
            })
    void readsPngOfEveryKind(int type) {
        assertBar(one("p.png", Samples.encode("png", "", Samples.page(type, Color.BLACK))));
    }

    @ParameterizedTest
    @CsvSource({
        "CCITT T.6, 12",
        "CCITT T.4, 12",
        "CCITT RLE, 12",
        "LZW, 10",
        "Deflate, 5",
        "ZLib, 5",
        "PackBits, 10",
        "JPEG, 10"
    })
    void readsTiffOfEveryCompression(String compression, int type) {
        assertBar(one("p.tif", Samples.encode("tiff", compression, Samples.page(type, Color.BLACK))));
    }

    @Test
    void readsGreyAndColourJpeg() {
        assertBar(one("p.jpg", Samples.jpeg()));
        assertBar(one("p.jpeg", Samples.encode("jpeg", "", Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLACK))));
    }

    @Test
    void keepsBlueAndRedInkDark() {
        for (Color ink : List.of(Color.BLUE, Color.RED, new Color(0, 120, 0))) {
            assertBar(one("p.png", Samples.encode("png", "", Samples.page(BufferedImage.TYPE_3BYTE_BGR, ink))));
        }
    }

    @Test
    void showsTransparencyAsPaper() {
        byte[] line = new byte[1 + 4 * 2];
        line[8] = (byte) 255;
        byte[] png = Samples.pngOf(
                "IHDR", Samples.pngHeader(2, 1, 8, 6), "IDAT", Samples.deflate(line), "IEND", new byte[0]);

        PageImage page = one("p.png", png).image().orElseThrow();

        assertThat(page.grey()).containsExactly((byte) 255, (byte) 0);
    }

    @Test
    void readsCmykWithAndWithoutAdobesMarker() {
        byte[] plain = Samples.cmykJpeg(10, 20, 30, 240);
        byte[] adobe = Samples.withSegment(plain, 0xee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});

        assertThat(at(one("p.jpg", plain).image().orElseThrow(), 8, 8)).isBetween(10, 16);
        assertThat(at(one("a.jpg", adobe).image().orElseThrow(), 8, 8)).isBetween(7, 12);
    }

    @ParameterizedTest
    @CsvSource({"0, 0x80, 0xbf", "1, 0x7f, 0x5f"})
    void keepsBlackAndWhiteAsBitsOfWhichOneIsPaper(int photometric, String firstByte, String lastOfPage) {
        byte first = Integer.decode(firstByte).byteValue();
        byte[] tiff = Samples.tiffOf(
                new byte[] {first, 0x55, first, 0x55},
                new int[] {256, 3, 11},
                new int[] {257, 3, 2},
                new int[] {258, 3, 1},
                new int[] {259, 3, 1},
                new int[] {262, 3, photometric},
                new int[] {273, 4, 0},
                new int[] {277, 3, 1},
                new int[] {278, 3, 2},
                new int[] {279, 4, 4});

        PageImage page = one("p.tif", tiff).image().orElseThrow();

        byte last = Integer.decode(lastOfPage).byteValue();
        assertThat(page.bilevel()).isTrue();
        assertThat(page.pixels()).containsExactly((byte) 0x7f, last, (byte) 0x7f, last);
        assertThat(at(page, 0, 1)).isZero();
        assertThat(at(page, 1, 1)).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"0, 255", "1, 0"})
    void readsTiffGreyByItsPhotometricInterpretation(int photometric, int expectedOfZero) {
        byte[] tiff = Samples.tiffOf(
                new byte[] {0, (byte) 255, 100, 50},
                new int[] {256, 3, 4},
                new int[] {257, 3, 1},
                new int[] {258, 3, 8},
                new int[] {259, 3, 1},
                new int[] {262, 3, photometric},
                new int[] {273, 4, 0},
                new int[] {277, 3, 1},
                new int[] {278, 3, 1},
                new int[] {279, 4, 4});

        PageImage page = one("p.tif", tiff).image().orElseThrow();

        assertThat(at(page, 0, 0)).isEqualTo(expectedOfZero);
        assertThat(at(page, 1, 0)).isEqualTo(255 - expectedOfZero);
        assertThat(at(page, 2, 0)).isEqualTo(photometric == 1 ? 100 : 155);
    }

    @ParameterizedTest
    @CsvSource({"0, 255", "1, 0"})
    void readsTiffBilevelByItsPhotometricInterpretation(int photometric, int expectedOfZero) {
        byte[] tiff = Samples.tiffOf(
                new byte[] {0x0f},
                new int[] {256, 3, 8},
                new int[] {257, 3, 1},
                new int[] {258, 3, 1},
                new int[] {259, 3, 1},
                new int[] {262, 3, photometric},
                new int[] {273, 4, 0},
                new int[] {277, 3, 1},
                new int[] {278, 3, 1},
                new int[] {279, 4, 1});

        PageImage page = one("p.tif", tiff).image().orElseThrow();

        assertThat(at(page, 0, 0)).isEqualTo(expectedOfZero);
        assertThat(at(page, 7, 0)).isEqualTo(255 - expectedOfZero);
    }

    @Test
    void readsAllPagesOfAFax() {
        List<Item> items = scan.items("fax.tif", Samples.faxTiff(4));

        assertThat(items.stream().map(Item::page)).containsExactly(0, 1, 2, 3);
        items.forEach(PageScanTest::assertBar);
    }

    @Test
    void tellsTheDeclaredResolution() {
        byte[] density =
                ByteBuffer.allocate(9).putInt(11811).putInt(11811).put((byte) 1).array();
        byte[] png = Samples.png();
        byte[] chunk = Samples.pngOf("pHYs", density);
        byte[] dense = Packer.join(
                Arrays.copyOf(png, 33),
                Arrays.copyOfRange(chunk, 8, chunk.length),
                Arrays.copyOfRange(png, 33, png.length));
        byte[] jpeg = Samples.jpeg();
        System.arraycopy(new byte[] {1, 0, (byte) 200, 0, (byte) 200}, 0, jpeg, 13, 5);

        assertThat(one("p.png", dense).declaredDpi().orElseThrow()).isCloseTo(300, Offset.offset(0.1));
        assertThat(one("p.jpg", jpeg).declaredDpi()).hasValue(200);
        assertThat(one("q.png", png).declaredDpi()).isEmpty();
    }

    @Test
    void refusesZeroBytes() {
        assertThat(one("p.png", new byte[0]).status()).isEqualTo(ScanStatus.CORRUPT_ENTRY);
        assertThat(one("p.png", new byte[0]).reason()).isEqualTo("zero bytes");
    }

    @Test
    void tellsCutPages() {
        BufferedImage noise = Samples.noise(200, 200, 1);
        for (String format : List.of("png", "jpeg", "tiff")) {
            byte[] whole = Samples.encode(format, "", noise);
            for (double share : new double[] {0.9, 0.5, 0.1}) {
                Item item = one("p." + format, Arrays.copyOf(whole, (int) (whole.length * share)));
                assertThat(item.status())
                        .as(format + " " + share + " " + item.reason())
                        .isEqualTo(ScanStatus.TRUNCATED);
                assertThat(item.image()).isEmpty();
                assertThat(item.sha256()).isPresent();
            }
        }
    }

    @Test
    void tellsAFlippedBitInAPngByItsChunk() {
        byte[] png = Samples.encode("png", "", Samples.noise(50, 50, 1));
        png[500] ^= 1;

        Item item = one("p.png", png);

        assertThat(item.status()).isEqualTo(ScanStatus.CRC_MISMATCH);
        assertThat(item.reason()).startsWith("PNG chunk IDAT: expected CRC-32");
    }

    @Test
    void keepsThePagesOfATiffWhoseDirectoriesRunInALoop() {
        byte[] tiff = Samples.faxTiff(2);
        ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = bytes.getInt(4);
        int second = bytes.getInt(next(bytes, first));
        bytes.putInt(next(bytes, second), first);

        List<Item> items = scan.items("loop.tif", tiff);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("#0 OK", "#1 OK", "#2 CORRUPT_ENTRY");
        assertThat(items.get(2).reason()).contains("in a loop");
    }

    private static int next(ByteBuffer tiff, int directory) {
        return directory + 2 + 12 * tiff.getShort(directory);
    }

    @Test
    void readsNoMorePagesThanTheLimit() {
        List<Item> items = new ScanFixture(folder, "max-pages = 3").items("fax.tif", Samples.faxTiff(5));

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("#0 OK", "#1 OK", "#2 OK", "#3 TOO_LARGE");
        assertThat(items.get(3).reason()).isEqualTo("more than 3 pages");
    }

    @Test
    void refusesWhatAHeaderClaimsBeforeDecoding() {
        byte[] png = Samples.pngOf(
                "IHDR", Samples.pngHeader(60_000, 60_000, 8, 0), "IDAT", new byte[0], "IEND", new byte[0]);
        byte[] pixels = Samples.pngOf(
                "IHDR", Samples.pngHeader(20_000, 20_000, 1, 0), "IDAT", new byte[0], "IEND", new byte[0]);

        assertThat(one("p.png", png).status()).isEqualTo(ScanStatus.TOO_LARGE);
        assertThat(one("p.png", png).reason())
                .isEqualTo("claims 60000 x 60000 pixels of 8 bits, allowed is a side of 30000 pixels");
        assertThat(one("q.png", pixels).reason()).endsWith("allowed is 100000000 pixels");
        byte[] tiff = Samples.tiffOf(
                new byte[1],
                new int[] {256, 3, 1000},
                new int[] {257, 3, 1000},
                new int[] {258, 3, 8},
                new int[] {273, 4, 0},
                new int[] {277, 3, 65_535},
                new int[] {279, 4, 1});
        assertThat(one("p.tif", tiff).reason()).endsWith("bytes decoded");
        assertThat(one("p.tif", tiff).status()).isEqualTo(ScanStatus.TOO_LARGE);
    }

    @Test
    void believesBytesAndNotExtensions() {
        assertBar(one("p.tif", Samples.png()));
        assertBar(one("p.txt", Samples.jpeg()));
        assertBar(one("p.png", Samples.encode("bmp", "", Samples.page(BufferedImage.TYPE_3BYTE_BGR, Color.BLACK))));
        assertThat(one("zip.png", Packer.zip("1.png", Samples.png())).entry()).isEqualTo("1.png");
    }

    @ParameterizedTest
    @CsvSource({"526172211a07, RAR", "49492b00, BigTIFF", "47494638, GIF", "ff4fff51, JPEG 2000"})
    void namesWhatItDoesNotRead(String hex, String title) {
        Item item = one("p.bin", HexFormat.of().parseHex(hex));

        assertThat(item.status()).isEqualTo(ScanStatus.UNSUPPORTED);
        assertThat(item.reason()).isEqualTo(title + " is not read");
    }

    @Test
    void tellsNoImageUnderAnImagesName() {
        byte[] text = "not found".getBytes(StandardCharsets.US_ASCII);

        assertThat(one("p.png", text).status()).isEqualTo(ScanStatus.CORRUPT_ENTRY);
        assertThat(one("README", text).status()).isEqualTo(ScanStatus.UNSUPPORTED);
    }

    @Test
    void givesUpADecoderThatTakesTooLong() {
        byte[] png = Samples.encode("png", "", Samples.noise(2000, 2000, 1));

        List<Item> items = new ScanFixture(folder, "decode-timeout = 1ms").items("p.png", png);

        assertThat(items.stream().map(ScanFixture::brief)).containsExactly("#0 TIMEOUT");
    }

    @Test
    void tellsADecoderWithoutMemory() {
        ScanFault fault = PageDecoder.fault(new OutOfMemoryError("Java heap space"));

        assertThat(fault.status()).isEqualTo(ScanStatus.OUT_OF_MEMORY);
        assertThat(fault).hasMessage("no memory for decoding: Java heap space");
    }
}
