package numeral.synth;

import static numeral.scan.ScanStatus.BLANK_PAGE;
import static numeral.scan.ScanStatus.BOMB_SUSPECTED;
import static numeral.scan.ScanStatus.CORRUPT_ENTRY;
import static numeral.scan.ScanStatus.TOO_LARGE;
import static numeral.scan.ScanStatus.UNKNOWN_FORM;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFFs whose directories do not end where they should (TIFF 6.0, section 2). */
final class TiffFaults {
    private static final int PAGES = 100_000;
    /** What an inventory reads of one document. */
    private static final int MOST_PAGES = 5_000;

    private static final int HEADER_BYTES = 8;
    private static final int FIELD_BYTES = 12;
    private static final int FIELDS = 9;
    private static final int DIRECTORY_BYTES = 2 + FIELDS * FIELD_BYTES + 4;
    private static final int SIDE_PX = 64;

    private TiffFaults() {}

    /** Its second directory is its first one again. */
    static FaultyArchive loop(FaultyArchive archive, Samples samples) {
        ScannedDocument page = samples.page("page.tif", PageFormat.TIFF_G4);
        ByteBuffer tiff = ByteBuffer.wrap(page.bytes().clone());
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int fields = tiff.getShort(directory) & 0xFFFF;
        tiff.putInt(directory + 2 + fields * FIELD_BYTES, directory);
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .addBytes(page.entry(), tiff.array())
                .expectReadable(page)
                .expect(page.entry(), 1, CORRUPT_ENTRY, BOMB_SUSPECTED)
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    /** Small white pages that share their pixels. */
    static FaultyArchive manyPages(FaultyArchive archive, Samples samples) {
        archive.add(samples.page("before.tif", PageFormat.TIFF_G4)).addBytes("pages.tif", chain());
        for (int page = 0; page < MOST_PAGES; page++) {
            archive.expect("pages.tif", page, BLANK_PAGE, UNKNOWN_FORM);
        }
        return archive.expect("pages.tif", MOST_PAGES, TOO_LARGE);
    }

    private static byte[] chain() {
        int pixels = HEADER_BYTES + PAGES * DIRECTORY_BYTES;
        int strip = SIDE_PX * SIDE_PX / 8;
        ByteBuffer tiff = ByteBuffer.allocate(pixels + strip).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
        for (int page = 1; page <= PAGES; page++) {
            tiff.putShort((short) FIELDS);
            // width, height, bits a sample, no compression, 0 is white, strip, samples, rows of the strip, its bytes
            int[][] fields = {
                {256, SIDE_PX},
                {257, SIDE_PX},
                {258, 1},
                {259, 1},
                {262, 0},
                {273, pixels},
                {277, 1},
                {278, SIDE_PX},
                {279, strip}
            };
            for (int[] field : fields) {
                boolean fits = field[1] < 1 << 16;
                tiff.putShort((short) field[0])
                        .putShort((short) (fits ? 3 : 4))
                        .putInt(1)
                        .putInt(field[1]);
            }
            tiff.putInt(page < PAGES ? HEADER_BYTES + page * DIRECTORY_BYTES : 0);
        }
        return tiff.array();
    }
}
