package numeral.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A TIFF by an own walk over its directories: the JDK's never ends on one that points back to itself. */
final class TiffDocument implements Document {
    private static final int HEADER_BYTES = 8;

    private final byte[] bytes;
    private final List<TiffDirectory> directories;
    private final Optional<ScanFault> rest;

    private TiffDocument(byte[] bytes, List<TiffDirectory> directories, Optional<ScanFault> rest) {
        this.bytes = bytes;
        this.directories = directories;
        this.rest = rest;
    }

    static TiffDocument read(byte[] bytes, int maxPages) throws ScanFault {
        if (bytes.length < HEADER_BYTES) {
            throw new ScanFault(ScanStatus.TRUNCATED, "TIFF ends inside its header");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        long offset = Integer.toUnsignedLong(in.getInt(4));
        try {
            while (offset != 0 && directories.size() <= maxPages) {
                if (!visited.add(offset)) {
                    throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "TIFF directories run in a loop at byte " + offset);
                }
                TiffDirectory directory = TiffDirectory.at(in, offset);
                directories.add(directory);
                offset = directory.next();
            }
        } catch (ScanFault fault) {
            return new TiffDocument(bytes, directories, Optional.of(fault));
        }
        if (directories.isEmpty()) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "TIFF without a page");
        }
        return new TiffDocument(bytes, directories, Optional.empty());
    }

    @Override
    public int pages() {
        return directories.size();
    }

    @Override
    public Optional<ScanFault> rest() {
        return rest;
    }

    @Override
    public PageHeader header(int page) throws ScanFault {
        return directories.get(page).header();
    }

    @Override
    public PageImage decode(int page, StopSignal stop, List<String> warnings) throws IOException, ScanFault {
        Optional<PageImage> read = directories.get(page).group4().flatMap(group4 -> group4.decode(bytes));
        if (read.isPresent()) {
            return read.get();
        }
        return JdkDecoder.TIFF.read(bytes, stop, warnings::add, reader -> Grey.of(reader.read(page)));
    }
}
