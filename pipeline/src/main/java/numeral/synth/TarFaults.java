package numeral.synth;

import static numeral.scan.ScanStatus.ARCHIVE_PARTIAL;
import static numeral.scan.ScanStatus.TRUNCATED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packed tars with something wrong. */
final class TarFaults {
    private TarFaults() {}

    /** Ends inside its last entry. */
    static FaultyArchive cutShort(FaultyArchive archive, Samples samples) {
        ScannedDocument last = samples.page("last.png", PageFormat.PNG);
        return archive.in(ArchiveFormat.TAR_GZ)
                .add(samples.page("first.tif", PageFormat.TIFF_G4))
                .add(samples.page("second.tif", PageFormat.TIFF_G4))
                .addBytes(last.entry(), last.bytes())
                .expect(last.entry(), 0, TRUNCATED)
                .expectOfItself(ARCHIVE_PARTIAL)
                .damaged(tar -> Arrays.copyOf(tar, tar.length - last.bytes().length / 2));
    }

    static FaultyArchive trailingGarbage(FaultyArchive archive, Samples samples) {
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 'x');
        return archive.in(ArchiveFormat.TAR_GZ)
                .add(samples.page("first.tif", PageFormat.TIFF_G4))
                .add(samples.page("second.tif", PageFormat.TIFF_G4))
                .expectOfItself(ARCHIVE_PARTIAL)
                .damaged(tar -> {
                    ByteArrayOutputStream longer = new ByteArrayOutputStream();
                    longer.write(tar);
                    longer.write(garbage);
                    return longer.toByteArray();
                });
    }

    /** Packed in parts, as parallel packers do: nothing is wrong, but many readers stop after the first part. */
    static FaultyArchive severalMembers(FaultyArchive archive, Samples samples) {
        return archive.in(ArchiveFormat.TAR_GZ)
                .add(samples.page("first.tif", PageFormat.TIFF_G4))
                .add(samples.page("second.tif", PageFormat.TIFF_G4))
                .damaged(TarFaults::inThreeMembers);
    }

    private static byte[] inThreeMembers(byte[] tarGz) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(tarGz)).readAllBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int third = tar.length / 3;
        for (int start : new int[] {0, third, 2 * third}) {
            GZIPOutputStream member = new GZIPOutputStream(bytes);
            member.write(tar, start, start == 2 * third ? tar.length - start : third);
            member.finish();
        }
        return bytes.toByteArray();
    }
}
