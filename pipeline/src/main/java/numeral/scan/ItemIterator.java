package numeral.scan;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of one source, one after the other; archives inside archives are gone through where they lie. Not for several threads. Closes
 * itself at the end.
 */
public final class ItemIterator implements Iterator<Item>, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ItemIterator.class);

    private final String input;
    private final ArchiveOpener opener;
    private final ScanLimits limits;
    private final Deque<OpenArchive> open = new ArrayDeque<>();
    private Iterator<Item> pages = Collections.emptyIterator();
    private Optional<Item> next = Optional.empty();

    /** An archive that is being read; {@code path} is its own place below the input, empty for the input itself. */
    private record OpenArchive(String path, Optional<String> sha256, Entries entries) {
        String pathOf(String entry) {
            return path.isEmpty() || entry.isEmpty() ? path + entry : path + "!/" + entry;
        }
    }

    ItemIterator(String input, String name, Entries outermost, ArchiveOpener opener, ScanLimits limits) {
        this.input = input;
        this.opener = opener;
        this.limits = limits;
        open.push(new OpenArchive(EntryNames.printable(name), Optional.empty(), outermost));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && (pages.hasNext() || !open.isEmpty())) {
            if (pages.hasNext()) {
                next = Optional.of(pages.next());
            } else {
                // Lets go of one document's bytes before the next one's are read.
                pages = Collections.emptyIterator();
                next = advance(open.element());
            }
        }
        return next.isPresent();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }

    /** One step: a refused entry as an item, or a document or archive opened, or an archive closed. */
    private Optional<Item> advance(OpenArchive archive) {
        Optional<Entry> entry = archive.entries().next();
        if (entry.isEmpty()) {
            closeQuietly(open.pop());
            return Optional.empty();
        }
        String path = archive.pathOf(EntryNames.printable(entry.get().name()));
        if (entry.get() instanceof Entry.Content content) {
            return visit(path, content);
        }
        ScanFault fault = ((Entry.Refused) entry.get()).fault();
        Optional<String> sha256 = path.equals(archive.path()) ? archive.sha256() : Optional.empty();
        return Optional.of(Item.refused(input, path, 0, sha256, fault));
    }

    private Optional<Item> visit(String path, Entry.Content content) {
        Optional<String> sha256 = Optional.of(sha256(content.bytes()));
        try {
            Magic magic = Magic.of(content.bytes(), content.name());
            switch (magic.use()) {
                case ARCHIVE -> open.push(nested(path, sha256, magic, content.bytes()));
                case PAGES ->
                    pages = new PageItems(
                            input,
                            path,
                            sha256,
                            PageDecoder.open(magic, content.bytes(), limits),
                            content.warning(),
                            limits);
                case JUNK -> throw new ScanFault(ScanStatus.SKIPPED_JUNK, magic.title());
                case NONE -> throw unreadable(magic, path.isEmpty() ? input : path, content.bytes());
            }
            return Optional.empty();
        } catch (ScanFault fault) {
            return Optional.of(Item.refused(input, path, 0, sha256, fault));
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(
                    Item.refused(input, path, 0, sha256, new ScanFault(ScanStatus.INTERNAL_ERROR, e.toString(), e)));
        }
    }

    private OpenArchive nested(String path, Optional<String> sha256, Magic magic, byte[] bytes) throws ScanFault {
        if (open.size() >= limits.maxNesting()) {
            throw new ScanFault(ScanStatus.BOMB_SUSPECTED, "archives nested deeper than " + limits.maxNesting());
        }
        ArchiveOpener.Bytes again = () -> new SeekableInMemoryByteChannel(bytes);
        return new OpenArchive(path, sha256, opener.open(magic, again, 0, Source.WHOLE));
    }

    private static ScanFault unreadable(Magic magic, String path, byte[] bytes) {
        if (bytes.length == 0) {
            return new ScanFault(ScanStatus.CORRUPT_ENTRY, "zero bytes");
        }
        if (magic != Magic.UNKNOWN) {
            return new ScanFault(ScanStatus.UNSUPPORTED, magic.title() + " is not read");
        }
        if (Magic.namedAsArchive(path)) {
            return new ScanFault(ScanStatus.ARCHIVE_UNREADABLE, "named as an archive, but its first bytes are none's");
        }
        if (Magic.namedAsPage(path)) {
            return new ScanFault(ScanStatus.CORRUPT_ENTRY, "named as an image, but its first bytes are none's");
        }
        return new ScanFault(ScanStatus.UNSUPPORTED, "neither page image nor archive by its first bytes");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        pages = Collections.emptyIterator();
        next = Optional.empty();
        while (!open.isEmpty()) {
            closeQuietly(open.pop());
        }
    }

    /** All that was wanted has been read: a failure to close changes nothing. */
    private static void closeQuietly(OpenArchive archive) {
        try {
            archive.entries().close();
        } catch (IOException | StorageException e) {
            LOG.warn("cannot close an archive", e);
        }
    }
}
