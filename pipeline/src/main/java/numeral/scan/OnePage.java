package numeral.scan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file that is one page. */
record OnePage(PageHeader header, Decoding decoding) implements Document {
    /** {@link Document#decode} of the only page. */
    @FunctionalInterface
    interface Decoding {
        PageImage decode(StopSignal stop, List<String> warnings) throws IOException, ScanFault;
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public Optional<ScanFault> rest() {
        return Optional.empty();
    }

    @Override
    public PageHeader header(int page) {
        return header;
    }

    @Override
    public PageImage decode(int page, StopSignal stop, List<String> warnings) throws IOException, ScanFault {
        return decoding.decode(stop, warnings);
    }
}
