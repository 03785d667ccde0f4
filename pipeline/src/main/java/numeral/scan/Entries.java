package numeral.scan;

import java.io.Closeable;
import java.util.Optional;

/**
 * The entries of one archive, one after the other. Whatever is wrong with the archive comes as entries too: the last one may be the
 * archive itself, refused, with an empty name. Only the storage throws, {@link StorageException}.
 */
interface Entries extends Closeable {
    /** The next entry; empty at the end and ever after. */
    Optional<Entry> next();
}
