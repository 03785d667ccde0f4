package numeral.scan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The pages of one document as items, each decoded when it is asked for; then what is wrong with the document as a whole, if anything. */
final class PageItems implements Iterator<Item> {
    private final String input;
    private final String path;
    private final String sha256;
    private final Document document;
    private final String warning;
    private final ScanLimits limits;
    private final PageGate gate;
    private int page;

    PageItems(
            String input,
            String path,
            String sha256,
            Document document,
            String warning,
            ScanLimits limits,
            PageGate gate) {
        this.input = input;
        this.path = path;
        this.sha256 = sha256;
        this.document = document;
        this.warning = warning;
        this.limits = limits;
        this.gate = gate;
    }

    @Override
    public boolean hasNext() {
        return page < readable() || (page == readable() && rest().isPresent());
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int index = page++;
        try {
            if (index == readable()) {
                throw rest().orElseThrow();
            }
            Optional<PageGate.Closed> closed = gate.closed(Item.key(input, path, index), sha256, index);
            if (closed.isPresent()) {
                throw new ScanFault(closed.get().status(), closed.get().reason());
            }
            return item(index);
        } catch (ScanFault fault) {
            return Item.refused(input, path, index, Optional.of(sha256), fault);
        } catch (RuntimeException e) {
            return Item.refused(
                    input, path, index, Optional.of(sha256), new ScanFault(ScanStatus.INTERNAL_ERROR, e.toString(), e));
        }
    }

    private int readable() {
        return Math.min(document.pages(), limits.maxPages());
    }

    private Optional<ScanFault> rest() {
        return document.pages() > limits.maxPages()
                ? Optional.of(new ScanFault(ScanStatus.TOO_LARGE, "more than " + limits.maxPages() + " pages"))
                : document.rest();
    }

    private Item item(int index) throws ScanFault {
        long start = System.nanoTime();
        PageDecoder.Page decoded = PageDecoder.decode(document, index, limits);
        double decodeMs = (System.nanoTime() - start) / 1e6;
        List<String> warnings = new ArrayList<>(decoded.warnings());
        if (!warning.isEmpty()) {
            warnings.add(warning);
        }
        return new Item(
                input,
                path,
                index,
                Optional.of(sha256),
                warnings.isEmpty() ? ScanStatus.OK : ScanStatus.OK_WITH_WARNINGS,
                String.join("; ", warnings),
                Optional.of(decoded.image()),
                decoded.declaredDpi(),
                decodeMs);
    }
}
