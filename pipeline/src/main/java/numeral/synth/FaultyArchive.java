package numeral.synth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import numeral.scan.ScanStatus;

/** An archive with something wrong in it or with it, and what an inventory has to find there. */
final class FaultyArchive {
    private final List<Content> contents = new ArrayList<>();
    private final List<ExpectedItem> items = new ArrayList<>();
    private final List<ScannedDocument> readable = new ArrayList<>();
    private final String what;
    private ArchiveFormat format = ArchiveFormat.ZIP;
    private Damage damage = bytes -> bytes;

    private record Content(String entry, byte[] bytes) {}

    /** What is done to the bytes of the archive. */
    interface Damage {
        byte[] apply(byte[] archive) throws IOException;
    }

    FaultyArchive(Fault fault) {
        this.what = fault.toString();
    }

    /** A document whose pages end as they would anywhere. */
    FaultyArchive add(ScannedDocument document) {
        contents.add(new Content(document.entry(), document.bytes()));
        return expectReadable(document);
    }

    /** An entry that ends in one of the statuses. */
    FaultyArchive add(String entry, byte[] bytes, ScanStatus... expected) {
        contents.add(new Content(entry, bytes));
        return expect(entry, 0, expected);
    }

    /** Bytes that bring items which are told of one by one. */
    FaultyArchive addBytes(String entry, byte[] bytes) {
        contents.add(new Content(entry, bytes));
        return this;
    }

    /** Items that the bytes bring. */
    FaultyArchive expectReadable(ScannedDocument document) {
        items.addAll(document.items());
        readable.add(document);
        return this;
    }

    /** Like {@link #expectReadable} for pages that are read with a warning. */
    FaultyArchive expectWarned(ScannedDocument document) {
        for (int page = 0; page < document.pages().size(); page++) {
            expect(document.entry(), page, ScanStatus.OK_WITH_WARNINGS, ScanStatus.OK);
        }
        readable.add(document);
        return this;
    }

    FaultyArchive expect(String entry, int page, ScanStatus... expected) {
        items.add(new ExpectedItem(entry, page, List.of(expected), what));
        return this;
    }

    /** The archive itself has an item of its own. */
    FaultyArchive expectOfItself(ScanStatus... expected) {
        return expect("", 0, expected);
    }

    FaultyArchive in(ArchiveFormat newFormat) {
        format = newFormat;
        return this;
    }

    FaultyArchive damaged(Damage newDamage) {
        damage = newDamage;
        return this;
    }

    String fileName() {
        return String.format(Locale.ROOT, "fault-%s%s", what, format.suffix());
    }

    List<ExpectedItem> items() {
        return items;
    }

    /** Documents whose fields can be read. */
    List<ScannedDocument> readable() {
        return readable;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveFormat.Archive archive = format.to(bytes)) {
            for (Content content : contents) {
                archive.add(content.entry(), content.bytes());
            }
        }
        return damage.apply(bytes.toByteArray());
    }
}
