package numeral.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import numeral.idx.IdxException;
import numeral.idx.IdxReader;
import numeral.ingest.Outcome.Reason;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Images, labels and writers (null where there are none) read side by side inside a task.
 *
 * @param normalise whether the digit of each image is cut out and normalised
 */
record IdxRecords(IdxInput images, IdxInput labels, IdxInput writers, boolean normalise) implements Serializable {
    private static final int CLASS_COLUMN = 0;
    private static final int WRITER_COLUMN = 2;

    /** Outcomes of the records from {@code start} to before {@code end}; a defect of a file ends them early. */
    Iterator<Outcome> read(long start, long end) {
        return new Range(start, end);
    }

    private final class Range implements Iterator<Outcome> {
        private final String source = images.file().name();
        private final long end;
        private Cursor image;
        private Cursor label;
        private Cursor writer;
        private long index;
        private Outcome ahead;

        Range(long start, long end) {
            this.index = start;
            this.end = end;
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close());
            ahead = fetch();
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public Outcome next() {
            if (ahead == null) {
                throw new NoSuchElementException("end of records at " + index);
            }
            Outcome outcome = ahead;
            ahead = outcome instanceof Outcome.Defect ? null : fetch();
            return outcome;
        }

        /** The next outcome, or null behind the last one. */
        private Outcome fetch() {
            try {
                if (image == null) {
                    openAll();
                }
                if (index == end) {
                    checkEnd();
                    return null;
                }
                image.advance();
                label.advance();
                if (writer != null) {
                    writer.advance();
                }
                return outcome(index++);
            } catch (IdxException e) {
                return new Outcome.Defect(e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Outcome outcome(long index) {
            int digit = label.value(CLASS_COLUMN);
            if (digit < 0 || digit > 9) {
                return refuse(index, Reason.LABEL_RANGE, "label: expected 0 to 9, found " + digit);
            }
            if (writer != null && writer.value(CLASS_COLUMN) != digit) {
                return refuse(
                        index,
                        Reason.WRITER_LABEL_DIFFERS,
                        "class in the writers' file: expected the label " + digit + ", found "
                                + writer.value(CLASS_COLUMN));
            }
            try {
                return new Outcome.Digit(
                        source, index, normalise ? normalised() : image.record.clone(), digit, writerId());
            } catch (UnusableImage e) {
                return refuse(index, e.reason(), e.getMessage());
            }
        }

        private byte[] normalised() throws UnusableImage {
            List<Integer> dimensions = images.header().dimensions();
            return DigitImages.normalised(dimensions.get(2), dimensions.get(1), image.record.clone());
        }

        private Outcome refuse(long index, Reason reason, String detail) {
            return Outcome.Refused.of(source, index, reason, detail, image.record, label.record);
        }

        private Long writerId() {
            if (writer != null) {
                return (long) writer.value(WRITER_COLUMN);
            }
            return label.columns() > WRITER_COLUMN ? (long) label.value(WRITER_COLUMN) : null;
        }

        private void openAll() throws IOException {
            image = new Cursor(images, index);
            label = new Cursor(labels, index);
            writer = writers == null ? null : new Cursor(writers, index);
        }

        private void checkEnd() throws IOException {
            if (end == images.header().records()) {
                image.advance();
                label.advance();
            }
        }

        private void close() {
            try (Cursor first = image;
                    Cursor second = label;
                    Cursor third = writer) {
                ahead = null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One of the files with its current record. */
    private static final class Cursor implements AutoCloseable {
        private final IdxReader reader;
        private final byte[] record;

        Cursor(IdxInput input, long index) throws IOException {
            reader = input.readerAt(index);
            record = new byte[input.header().recordBytes()];
        }

        void advance() throws IOException {
            reader.next(record);
        }

        int columns() {
            return reader.header().recordElements();
        }

        int value(int column) {
            return (int) reader.header().type().get(ByteBuffer.wrap(record), column);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
