package numeral.synth;

import static numeral.scan.ScanStatus.ARCHIVE_PARTIAL;
import static numeral.scan.ScanStatus.ARCHIVE_UNREADABLE;
import static numeral.scan.ScanStatus.BOMB_SUSPECTED;
import static numeral.scan.ScanStatus.CRC_MISMATCH;
import static numeral.scan.ScanStatus.SKIPPED_ENCRYPTED;
import static numeral.scan.ScanStatus.SKIPPED_JUNK;
import static numeral.scan.ScanStatus.TRUNCATED;
import static numeral.scan.ScanStatus.UNSAFE_PATH;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.Deflater;

/** Zips with something wrong. */
final class ZipFaults {
    private static final int ENTRIES = 70_000;
    private static final int ENCRYPTED = 1;
    private static final int DECLARED_BYTES = 1000;

    private ZipFaults() {}

    /** Ends inside its last entry: no central directory. */
    static FaultyArchive cutShort(FaultyArchive archive, Samples samples) {
        ScannedDocument first = samples.page("first.tif", PageFormat.TIFF_G4);
        ScannedDocument second = samples.page("second.png", PageFormat.PNG);
        ScannedDocument last = samples.page("last.png", PageFormat.PNG);
        return archive.addBytes(first.entry(), first.bytes())
                .addBytes(second.entry(), second.bytes())
                .addBytes(last.entry(), last.bytes())
                .expectWarned(first)
                .expectWarned(second)
                .expect(last.entry(), 0, TRUNCATED)
                .expectOfItself(ARCHIVE_PARTIAL)
                .damaged(zip -> {
                    ZipBytes bytes = new ZipBytes(zip);
                    return Arrays.copyOf(zip, bytes.dataStart(last.entry()) + bytes.packedSize(last.entry()) / 2);
                });
    }

    static FaultyArchive bitRot(FaultyArchive archive, Samples samples) {
        return around(
                        archive,
                        samples,
                        "page.png",
                        samples.page("page.png", PageFormat.PNG).bytes())
                .expect("page.png", 0, CRC_MISMATCH)
                .damaged(zip -> {
                    ZipBytes bytes = new ZipBytes(zip);
                    zip[bytes.dataStart("page.png") + bytes.packedSize("page.png") / 2] ^= 0x10;
                    return zip;
                });
    }

    static FaultyArchive encrypted(FaultyArchive archive, Samples samples) {
        return around(
                        archive,
                        samples,
                        "page.png",
                        samples.page("page.png", PageFormat.PNG).bytes())
                .expect("page.png", 0, SKIPPED_ENCRYPTED)
                .damaged(zip -> new ZipBytes(zip).flag("page.png", ENCRYPTED));
    }

    /** A little more than a gibibyte that claims to be a thousand bytes. */
    static FaultyArchive bomb(FaultyArchive archive, Samples samples) {
        return around(archive, samples, "page.bmp", new byte[0])
                .expect("page.bmp", 0, BOMB_SUSPECTED)
                .damaged(zip -> new ZipBytes(zip).replaceData("page.bmp", gibibyteOfZeros(), DECLARED_BYTES));
    }

    /** A mebibyte of zeros behind others packs to the same bytes each time. */
    private static byte[] gibibyteOfZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        byte[] zeros = new byte[1 << 20];
        byte[] packed = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        deflater.setInput(zeros);
        out.write(packed, 0, deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH));
        deflater.setInput(zeros);
        int again = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        for (int i = 0; i < 1024; i++) {
            out.write(packed, 0, again);
        }
        deflater.finish();
        out.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        return out.toByteArray();
    }

    /** More than a directory of 16 bits can count. */
    static FaultyArchive manyEntries(FaultyArchive archive, Samples samples) {
        archive.add(samples.page("first.tif", PageFormat.TIFF_G4));
        for (int i = 0; i < ENTRIES; i++) {
            archive.add(String.format(Locale.ROOT, "%05d/desktop.ini", i), new byte[1], SKIPPED_JUNK);
        }
        return archive.add(samples.page("last.tif", PageFormat.TIFF_G4));
    }

    static FaultyArchive sameNames(FaultyArchive archive, Samples samples) {
        ScannedDocument second = samples.page("page.tif", PageFormat.TIFF_G4);
        return archive.add(samples.page("page.tif", PageFormat.TIFF_G4))
                .addBytes(second.entry(), second.bytes())
                .expectReadable(second.named("page.tif!2"));
    }

    static FaultyArchive nested(FaultyArchive archive, Samples samples) throws IOException {
        ScannedDocument inside = samples.page("page.tif", PageFormat.TIFF_G4);
        return archive.add(samples.page("first.tif", PageFormat.TIFF_G4))
                .addBytes("inner.zip", zip(inside.entry(), inside.bytes()))
                .expectReadable(inside.named("inner.zip!/page.tif"));
    }

    static FaultyArchive tooDeep(FaultyArchive archive, Samples samples) throws IOException {
        ScannedDocument inside = samples.page("page.tif", PageFormat.TIFF_G4);
        return archive.add(samples.page("first.tif", PageFormat.TIFF_G4))
                .addBytes("b.zip", zip("c.zip", zip("d.zip", zip(inside.entry(), inside.bytes()))))
                .expect("b.zip!/c.zip", 0, BOMB_SUSPECTED);
    }

    /** A text under a zip's name. */
    static FaultyArchive noArchive(FaultyArchive archive, Samples samples) {
        byte[] text = "404 Not Found\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
        return archive.expectOfItself(ARCHIVE_UNREADABLE).damaged(zip -> text);
    }

    static FaultyArchive unsafePaths(FaultyArchive archive, Samples samples) {
        byte[] page = samples.page("page.tif", PageFormat.TIFF_G4).bytes();
        archive.add(samples.page("first.tif", PageFormat.TIFF_G4));
        for (String name : new String[] {"../../climbs.tif", "/absolute.tif", "C:/drive.tif", "a/../../climbs.tif"}) {
            archive.add(name, page, UNSAFE_PATH);
        }
        return archive.addBytes("nul\0.tif", page).expect("nul\\u0000.tif", 0, UNSAFE_PATH);
    }

    static FaultyArchive junk(FaultyArchive archive, Samples samples) {
        byte[] appleDouble = Arrays.copyOf(HexFormat.of().parseHex("0005160700020000"), 120);
        byte[] finder = Arrays.copyOf(HexFormat.of().parseHex("0000000142756431"), 200);
        byte[] text = "[.ShellClassInfo]\r\n".getBytes(StandardCharsets.US_ASCII);
        return archive.add(samples.page("page.tif", PageFormat.TIFF_G4))
                .add("__MACOSX/._page.tif", appleDouble, SKIPPED_JUNK)
                .add("resource-fork.tif", appleDouble, SKIPPED_JUNK)
                .add(".DS_Store", finder, SKIPPED_JUNK)
                .add("finder.tif", finder, SKIPPED_JUNK)
                .add("scans/Thumbs.db", text, SKIPPED_JUNK)
                .add("desktop.ini", text, SKIPPED_JUNK);
    }

    private static FaultyArchive around(FaultyArchive archive, Samples samples, String entry, byte[] bytes) {
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .addBytes(entry, bytes)
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveFormat.Archive archive = ArchiveFormat.ZIP.to(bytes)) {
            archive.add(entry, content);
        }
        return bytes.toByteArray();
    }
}
