package numeral.extract;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import numeral.scan.ItemIterator;
import numeral.scan.Source;
import numeral.scan.SourceReader;

/** The results of one task's sources, one page at a time. */
final class PageIterator implements Iterator<PageResult>, AutoCloseable {
    private final Iterator<Source> sources;
    private final SourceReader reader;
    private final PageTask task;
    private Optional<ItemIterator> open = Optional.empty();

    PageIterator(Iterator<Source> sources, SourceReader reader, PageTask task) {
        this.sources = sources;
        this.reader = reader;
        this.task = task;
    }

    @Override
    public boolean hasNext() {
        while (open.isEmpty() || !open.get().hasNext()) {
            closeOpen();
            if (!sources.hasNext()) {
                return false;
            }
            open = Optional.of(reader.read(sources.next()));
        }
        return true;
    }

    @Override
    public PageResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return task.read(open.orElseThrow().next());
    }

    @Override
    public void close() {
        closeOpen();
        task.close();
    }

    private void closeOpen() {
        open.ifPresent(ItemIterator::close);
        open = Optional.empty();
    }
}
