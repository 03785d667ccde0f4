package numeral.synth;

import static numeral.scan.ScanStatus.BOMB_SUSPECTED;
import static numeral.scan.ScanStatus.CORRUPT_ENTRY;
import static numeral.scan.ScanStatus.TOO_LARGE;
import static numeral.scan.ScanStatus.TRUNCATED;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import numeral.scan.ScanStatus;

/** Sound archives of files with something wrong. */
final class FileFaults {
    /** Width of a PNG: behind signature, length and type of its first chunk. */
    private static final int PNG_HEADER = 16;

    private static final int PNG_HEADER_BYTES = 13;
    private static final int BOMB_SIDE_PX = 60_000;

    private FileFaults() {}

    /** The same bytes under two names; the first in the order of names counts. */
    static FaultyArchive duplicate(FaultyArchive archive, Samples samples) {
        ScannedDocument page = samples.page("a.tif", PageFormat.TIFF_G4);
        return archive.add(page).add("b.tif", page.bytes(), ScanStatus.DUPLICATE);
    }

    static FaultyArchive zeroBytes(FaultyArchive archive, Samples samples) {
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .add("page.png", new byte[0], CORRUPT_ENTRY)
                .add("page.tif", new byte[0], CORRUPT_ENTRY)
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    /** One file of each format, cut in the middle. */
    static FaultyArchive cutShort(FaultyArchive archive, Samples samples) {
        archive.add(samples.page("before.tif", PageFormat.TIFF_G4));
        for (PageFormat format : PageFormat.values()) {
            byte[] bytes = samples.page("page", format).bytes();
            archive.add(
                    format + "." + format.suffix(), Arrays.copyOf(bytes, bytes.length / 2), TRUNCATED, CORRUPT_ENTRY);
        }
        return archive.add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    static FaultyArchive lyingExtension(FaultyArchive archive, Samples samples) {
        return archive.add(samples.page("pdf.tif", PageFormat.PDF_G4))
                .add(samples.page("png.jpg", PageFormat.PNG))
                .add(samples.page("tiff", PageFormat.TIFF_G4));
    }

    static FaultyArchive unsupported(FaultyArchive archive, Samples samples) {
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        return archive.add(samples.page("page.tif", PageFormat.TIFF_G4))
                .add("page.gif", Arrays.copyOf(gif, 100), ScanStatus.UNSUPPORTED)
                .add("readme.txt", "two pages".getBytes(StandardCharsets.US_ASCII), ScanStatus.UNSUPPORTED);
    }

    /** A small PNG that claims to be of 60,000 times 60,000 pixels. */
    static FaultyArchive pixelBomb(FaultyArchive archive, Samples samples) {
        ByteBuffer png =
                ByteBuffer.wrap(samples.page("page.png", PageFormat.PNG).bytes());
        png.putInt(PNG_HEADER, BOMB_SIDE_PX).putInt(PNG_HEADER + 4, BOMB_SIDE_PX);
        CRC32 crc = new CRC32();
        crc.update(png.array(), PNG_HEADER - 4, PNG_HEADER_BYTES + 4);
        png.putInt(PNG_HEADER + PNG_HEADER_BYTES, (int) crc.getValue());
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .add("page.png", png.array(), TOO_LARGE, BOMB_SUSPECTED)
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }
}
