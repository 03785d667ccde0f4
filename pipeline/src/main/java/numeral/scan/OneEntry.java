package numeral.scan;

import java.util.Optional;

/** A single entry that is already there. */
final class OneEntry implements Entries {
    private Optional<Entry> entry;

    OneEntry(Entry entry) {
        this.entry = Optional.of(entry);
    }

    /** The archive or file itself, refused. */
    static OneEntry refused(ScanFault fault) {
        return new OneEntry(new Entry.Refused("", fault));
    }

    @Override
    public Optional<Entry> next() {
        Optional<Entry> only = entry;
        entry = Optional.empty();
        return only;
    }

    @Override
    public void close() {}
}
