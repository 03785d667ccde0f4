package numeral.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import numeral.idx.ElementType;
import numeral.idx.IdxException;
import numeral.idx.IdxHeader;
import numeral.idx.IdxProblem;
import numeral.idx.IdxReader;

/** An IDX file whose header has been read. */
record IdxInput(InputFile file, IdxHeader header, boolean isGzip) implements Serializable {

    /** Reads the header and, of a raw file, compares the length; adds what is wrong to the problems. */
    static Optional<IdxInput> open(InputFile file, List<IdxProblem> problems) throws IOException {
        long lengthBytes = file.lengthBytes();
        try (IdxReader reader = IdxReader.open(file.path(), file.open())) {
            IdxInput input = new IdxInput(file, reader.header(), reader.isGzip());
            if (!input.isGzip) {
                input.header.checkLength(file.path(), lengthBytes).ifPresent(problems::add);
            }
            return Optional.of(input);
        } catch (IdxException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    boolean isOf(ElementType type, List<Integer> recordShape) {
        List<Integer> dimensions = header.dimensions();
        return header.type() == type && dimensions.subList(1, dimensions.size()).equals(recordShape);
    }

    /** A reader that stands before the given record: by a jump in a raw file, by unpacking all before in a gzip one. */
    IdxReader readerAt(long record) throws IOException {
        if (!isGzip) {
            return IdxReader.resume(file.path(), file.openAt(header.offsetOf(record)), header, record);
        }
        IdxReader reader = IdxReader.open(file.path(), file.open());
        reader.skip(record);
        return reader;
    }
}
