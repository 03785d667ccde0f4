package numeral.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import numeral.InputRefused;
import numeral.idx.ElementType;
import numeral.idx.IdxProblem;
import numeral.idx.IdxProblem.Defect;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Images, labels and perhaps writers in IDX files: raw images are read in ranges, gzip ones by a single task. */
final class IdxSource implements Source {
    private static final List<Integer> IMAGE = List.of(28, 28);
    private static final List<Integer> QMNIST_COLUMNS = List.of(8);

    private final IngestSettings settings;
    private final InputFile images;
    private final InputFile labels;
    private final Optional<InputFile> writers;

    IdxSource(IngestSettings settings, InputFile images, InputFile labels, Optional<InputFile> writers) {
        this.settings = settings;
        this.images = images;
        this.labels = labels;
        this.writers = writers;
    }

    @Override
    public Reading open(JavaSparkContext spark) throws IOException {
        IdxRecords records = check();
        long count = records.images().header().records();
        long step = records.images().isGzip() ? Math.max(1, count) : settings.recordsPerPartition();
        List<Long> starts = LongStream.iterate(0, start -> start < count, start -> start + step)
                .boxed()
                .toList();
        JavaRDD<Outcome> outcomes = spark.parallelize(starts, Math.max(1, starts.size()))
                .flatMap(start -> records.read(start, Math.min(count, start + step)));
        return new Reading(outcomes, count);
    }

    private IdxRecords check() throws IOException {
        List<IdxProblem> problems = new ArrayList<>();
        Optional<IdxInput> images = IdxInput.open(this.images, problems);
        Optional<IdxInput> labels = IdxInput.open(this.labels, problems);
        Optional<IdxInput> writers = Optional.empty();
        if (this.writers.isPresent()) {
            writers = IdxInput.open(this.writers.orElseThrow(), problems);
        }

        images.filter(input -> !isImages(input))
                .ifPresent(input -> problems.add(shape(
                        input, settings.normalise() ? "ubyte NxHEIGHTxWIDTH (images)" : "ubyte Nx28x28 (images)")));
        labels.filter(input ->
                        !input.isOf(ElementType.UBYTE, List.of()) && !input.isOf(ElementType.INT, QMNIST_COLUMNS))
                .ifPresent(input -> problems.add(shape(input, "ubyte N or int Nx8 (labels)")));
        writers.filter(input -> !input.isOf(ElementType.INT, QMNIST_COLUMNS))
                .ifPresent(input -> problems.add(shape(input, "int Nx8 (writers)")));
        if (images.isPresent()) {
            long count = images.orElseThrow().header().records();
            labels.filter(input -> input.header().records() != count)
                    .ifPresent(input -> problems.add(count(input, count + ", as many as images")));
            writers.filter(input -> input.header().records() < count)
                    .ifPresent(input -> problems.add(count(input, count + " or more, at least as many as images")));
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems.stream().map(IdxProblem::toString).toList());
        }
        return new IdxRecords(images.orElseThrow(), labels.orElseThrow(), writers.orElse(null), settings.normalise());
    }

    private boolean isImages(IdxInput input) {
        List<Integer> dimensions = input.header().dimensions();
        boolean anySize = input.header().type() == ElementType.UBYTE
                && dimensions.size() == 3
                && input.header().recordBytes() > 0;
        return settings.normalise() ? anySize : input.isOf(ElementType.UBYTE, IMAGE);
    }

    private static IdxProblem shape(IdxInput input, String expected) {
        return new IdxProblem(
                Defect.WRONG_SHAPE,
                input.file().path(),
                "type and dimensions",
                expected,
                input.header().toString());
    }

    private static IdxProblem count(IdxInput input, String expected) {
        return new IdxProblem(
                Defect.COUNT_MISMATCH,
                input.file().path(),
                "dimension 0",
                expected,
                Long.toString(input.header().records()));
    }
}
