package numeral.extract;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import numeral.scan.Item;
import numeral.scan.ItemIterator;
import numeral.scan.Source;
import numeral.scan.SourceReader;

/** The results of one task's sources, one page at a time. */
final class PageIterator implements Iterator<PageResult>, AutoCloseable {
    private final Iterator<Source> sources;
    private final SourceReader reader;
    private final PageChoice choice;
    private final PageTask task;
    private Optional<Source> source = Optional.empty();
    private Optional<ItemIterator> open = Optional.empty();
    private Optional<PageResult> next = Optional.empty();

    PageIterator(Iterator<Source> sources, SourceReader reader, PageChoice choice, PageTask task) {
        this.sources = sources;
        this.reader = reader;
        this.choice = choice;
        this.task = task;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (open.isPresent() && open.get().hasNext()) {
                next = result(open.get().next());
            } else if (sources.hasNext()) {
                closeOpen();
                source = Optional.of(sources.next());
                open = Optional.of(reader.read(source.get(), choice));
            } else {
                closeOpen();
                choice.close();
                return false;
            }
        }
        return true;
    }

    @Override
    public PageResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        PageResult result = next.orElseThrow();
        next = Optional.empty();
        return result;
    }

    private Optional<PageResult> result(Item item) {
        return switch (choice.turn(item)) {
            case READ -> Optional.of(task.read(item));
            case KNOWN -> Optional.of(task.known(item));
            case PUT_OFF -> Optional.of(new PageResult.PutOff(source.orElseThrow(), item.key()));
            case LEFT_OUT -> Optional.empty();
        };
    }

    /** Lets go of what is open; where the pages did not come to their end, the one in flight stays on record. */
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
