package numeral.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import numeral.ingest.Ingest;
import numeral.ingest.IngestSettings;
import numeral.ingest.IngestTarget;
import numeral.ingest.Ingested;
import numeral.table.Run;
import numeral.table.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Labelled digits from IDX files, a CSV file or folders of PNG into the table {@code digits}; refused records into {@code quarantine}. */
@Command(name = "ingest", description = "IDX, CSV or PNG digits into the table digits.")
final class IngestJob implements Job {
    @ArgGroup(multiplicity = "1")
    Input input;

    @Option(names = "--dataset", required = true, description = "Name of the dataset, e.g. mnist")
    String dataset;

    @Option(names = "--split", required = true, description = "Part of the dataset, e.g. train or test")
    String split;

    /** One of three kinds of input. */
    static final class Input {
        @ArgGroup(exclusive = false)
        Idx idx;

        @Option(
                names = "--csv",
                required = true,
                paramLabel = "FILE",
                description = "label,pixel0..pixel783 with this header, raw or gzip")
        String csv;

        @Option(
                names = "--png",
                required = true,
                paramLabel = "DIR",
                description =
                        "DIR/7/any.png: a folder of 28x28 images for each digit; of any size and format with -D numeral.ingest.normalise=true")
        String png;
    }

    /** IDX files, raw or gzip. */
    static final class Idx {
        @Option(
                names = "--images",
                required = true,
                paramLabel = "FILE",
                description =
                        "IDX of N x 28 x 28 unsigned bytes, raw or gzip; of any size with -D numeral.ingest.normalise=true")
        String images;

        @Option(
                names = "--labels",
                required = true,
                paramLabel = "FILE",
                description = "IDX of N unsigned bytes, or QMNIST's N x 8 integers")
        String labels;

        @Option(
                names = "--writers",
                paramLabel = "FILE",
                description = "QMNIST's N x 8 integers: writers of the digits")
        Optional<String> writers = Optional.empty();
    }

    @Override
    public String defaultRun() {
        return dataset + "-" + split;
    }

    @Override
    public void check(Problems problems) {
        inputs().forEach((option, path) -> problems.requireInput("--" + option, path));
        problems.requireSettings(IngestSettings::from);
        problems.requireSettings(config -> new IngestTarget("run", dataset, split));
    }

    @Override
    public Summary run(Workspace workspace) {
        var reader = new Ingest(
                workspace.spark(),
                new IngestTarget(workspace.runId(), dataset, split),
                IngestSettings.from(workspace.config()));
        Map<String, String> files = inputs();
        files.replaceAll((option, path) -> workspace.qualified(path));
        Run run = workspace.run(files);
        try (Ingested ingested = read(reader, files)) {
            workspace.progress("%,d records read, %,d quarantined", ingested.read(), ingested.quarantined());
            Map<String, String> part = Map.of("dataset", dataset, "split", split);
            workspace.tables().publish(Table.QUARANTINE, ingested.quarantine(), run, part);
            long published = workspace.tables().publish(Table.DIGITS, ingested.digits(), run, part);
            if (published != ingested.accepted()) {
                throw new IllegalStateException(published + " digits published, " + ingested.accepted() + " accepted");
            }
            return new Summary()
                    .with("run", run.id())
                    .with("read", ingested.read())
                    .with("accepted", ingested.accepted())
                    .with("quarantined", ingested.quarantined())
                    .with("quarantined_by_reason", ingested.quarantinedByReason())
                    .with("seconds", workspace.seconds());
        }
    }

    private static Ingested read(Ingest reader, Map<String, String> files) {
        if (files.containsKey("csv")) {
            return reader.csv(files.get("csv"));
        }
        if (files.containsKey("png")) {
            return reader.png(files.get("png"));
        }
        return files.containsKey("writers")
                ? reader.idx(files.get("images"), files.get("labels"), files.get("writers"))
                : reader.idx(files.get("images"), files.get("labels"));
    }

    /** What was given, by the name of its option. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        if (input.csv != null) {
            inputs.put("csv", input.csv);
        } else if (input.png != null) {
            inputs.put("png", input.png);
        } else {
            inputs.put("images", input.idx.images);
            inputs.put("labels", input.idx.labels);
            input.idx.writers.ifPresent(file -> inputs.put("writers", file));
        }
        return inputs;
    }
}
