package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line through the real command line: from drawn digits and forms to fields and a page. */
class PipelineIT {
    private static final String TEMPLATE =
            Cli.home().resolve("conf/templates/synthetic.json").toString();
    private static final int TRAIN = 3001;
    private static final int TEST = 501;
    private static final int PAGES = 9;

    @TempDir
    static Path directory;

    private static final Map<String, List<JsonNode>> EXPORTS = new HashMap<>();

    private static Cli cli;
    private static JsonNode train;
    private static JsonNode evaluate;
    private static JsonNode promote;
    private static JsonNode models;
    private static JsonNode extract;
    private static JsonNode score;

    @BeforeAll
    static void runTheWholeLine() throws Exception {
        cli = Cli.quick(directory);
        cli.summaryOf("synth", "digits", "--out", "d", "--train", "" + TRAIN, "--test", "" + TEST, "--seed", "5");
        ingest("train", "train");
        ingest("t10k", "test");
        train = cli.summaryOf(
                "train", "--dataset", "drawn", "--network", "lenet", "--run", "r", "-D", "numeral.train.epochs=3");
        String model = train.get("model").asText();
        evaluate = cli.summaryOf(
                "evaluate",
                "--dataset",
                "drawn",
                "--model",
                model,
                "--run",
                "r",
                "--robustness",
                "-D",
                "numeral.robustness.examples=60");
        promote = cli.summaryOf(
                "promote",
                "--model",
                model,
                "--run",
                "r",
                "-D",
                "numeral.promote.min-accuracy=0.8",
                "-D",
                "numeral.promote.min-recall-macro=0.8",
                "-D",
                "numeral.promote.min-robustness=0.1");
        // As they stand before a test trains another model.
        models = cli.summaryOf("models");
        export("training");
        cli.summaryOf("synth", "forms", "--template", TEMPLATE, "--out", "f", "--pages", "" + PAGES, "--seed", "5");
        extract = cli.summaryOf(
                "extract",
                "--template",
                TEMPLATE,
                "--input",
                "f/archives",
                "--run",
                "r",
                "-D",
                "numeral.extract.thumbnail-share=1");
        score = cli.summaryOf("score", "--model", "champion", "--run", "r", "--truth", "f/truth.csv", "--certify");
    }

    @Test
    void everyExampleIsTrainedEveryEpoch() throws Exception {
        List<JsonNode> epochs = export("training");

        assertThat(epochs).hasSize(3);
        long validation = TRAIN - epochs.get(0).get("examples_trained").asLong();
        assertThat(validation).isBetween(1L, TRAIN / 3L);
        assertThat(epochs).allMatch(epoch -> epoch.get("examples_trained").asLong() == TRAIN - validation);
        assertThat(train.get("examples_trained").asLong()).isEqualTo(3 * (TRAIN - validation));
        assertThat(train.get("epochs").asInt()).isEqualTo(3);
        assertThat(train.get("seconds").asDouble()).isPositive();
        assertThat(train.get("examples_per_second").asDouble()).isPositive();
        assertThat(train.get("validation_accuracy").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void theModelThatShipsIsTrainedOn() throws Exception {
        JsonNode again = cli.summaryOf(
                "train",
                "--dataset",
                "drawn",
                "--config",
                Cli.home().resolve("conf/shipped-model.conf").toString(),
                "--from",
                "shipped",
                "--run",
                "again",
                "-D",
                "numeral.train.epochs=1");

        assertThat(again.get("network").asText()).isEqualTo("cnn");
        assertThat(again.get("validation_accuracy").asDouble()).isGreaterThan(0.8);
    }

    @Test
    void theTestPartIsMeasured() throws Exception {
        assertThat(evaluate.get("n").asInt()).isEqualTo(TEST);
        assertThat(evaluate.get("model")).isEqualTo(train.get("model"));
        for (String figure : List.of("accuracy", "precision_macro", "recall_macro", "f1_macro")) {
            assertThat(evaluate.get(figure).asDouble()).as(figure).isBetween(0.8, 1.0);
        }
        assertThat(measured("confusion")
                        .mapToDouble(metric -> metric.get("value").asDouble())
                        .sum())
                .isEqualTo(TEST);
        assertThat(measured("accuracy")
                        .filter(metric -> metric.get("class").asText().endsWith("half"))
                        .map(metric -> metric.get("n").asInt()))
                .containsExactlyInAnyOrder(TEST / 2, TEST / 2 + 1);
        assertThat(measured("robust_accuracy").map(metric -> metric.get("n").asInt()))
                .hasSize(36)
                .containsOnly(60);
        assertThat(evaluate.get("robustness").asDouble()).isBetween(0.1, 1.0);
    }

    private static Stream<JsonNode> measured(String metric) throws Exception {
        return export("metrics").stream()
                .filter(row -> row.get("metric").asText().equals(metric));
    }

    @Test
    void theDecisionStandsInTheRegistryWithItsReasons() throws Exception {
        assertThat(promote.get("decision").asText()).isEqualTo("PROMOTED");

        assertThat(models.get("champion")).isEqualTo(train.get("model"));
        assertThat(models.get("candidates")).isEmpty();
        assertThat(models.get("history"))
                .extracting(event -> event.get("event").asText())
                .containsExactly("registered", "promoted");
        assertThat(models.get("history").get(1).get("reasons")).hasSize(4);
    }

    @Test
    void theChampionIsTakenAwayAsOnnx() throws Exception {
        JsonNode written = cli.summaryOf("export-model", "--out", "champion.onnx");

        assertThat(written.get("model")).isEqualTo(train.get("model"));
        assertThat(directory.resolve("champion.onnx"))
                .hasSize(written.get("bytes").asLong());
    }

    @Test
    void everyPageEndsInOneStatusAndEveryFieldInOneDecision() throws Exception {
        assertThat(extract.get("items").asInt()).isEqualTo(PAGES);
        assertThat(extract.get("by_status").get("OK").asInt()).isEqualTo(PAGES);
        assertThat(score.get("pages").asInt()).isEqualTo(PAGES);
        assertThat(score.get("fields").asInt())
                .isEqualTo(score.get("accepted").asInt()
                        + score.get("review").asInt()
                        + score.get("blank").asInt()
                        + score.get("error").asInt());
        assertThat(score.get("accepted").asInt()).isPositive();
        assertThat(export("fields"))
                .allSatisfy(field -> assertThat(field.get("reasons").isEmpty())
                        .isEqualTo(field.get("decision").asText().equals("ACCEPT")));
    }

    @Test
    void everyItemOfFormsWithEveryFaultEndsAsExpected() throws Exception {
        JsonNode written = cli.summaryOf(
                "synth",
                "forms",
                "--template",
                TEMPLATE,
                "--out",
                "faulty",
                "--pages",
                "1",
                "--digits",
                "drawn",
                "--fault",
                "all");
        JsonNode read = cli.summaryOf(
                "extract",
                "--template",
                TEMPLATE,
                "--input",
                "faulty/archives",
                "--run",
                "faulty",
                "-D",
                "numeral.scan.max-failed-share=1");
        Map<String, List<String>> expected = expectedItems(directory.resolve("faulty/items.csv"));
        Map<String, String> ended = new HashMap<>();
        for (JsonNode page : exportAgain("pages", "--rows-of", "faulty")) {
            String key = page.get("key").asText();
            ended.put(
                    key.substring(key.indexOf("archives!/")), page.get("status").asText());
        }

        assertThat(read.get("items")).isEqualTo(written.get("items"));
        assertThat(ended).containsOnlyKeys(expected.keySet());
        assertThat(ended.entrySet())
                .filteredOn(item -> !expected.get(item.getKey()).contains(item.getValue()))
                .isEmpty();
        assertThat(ended.values().stream().distinct()).hasSizeGreaterThan(10);
    }

    private static Map<String, List<String>> expectedItems(Path file) throws IOException {
        Map<String, List<String>> expected = new HashMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] item = line.split(",", -1);
            String entry = item[1].isEmpty() ? item[0] : item[0] + "!/" + item[1];
            expected.put("archives!/" + entry + "#" + item[2], List.of(item[3].split("[|]")));
        }
        return expected;
    }

    @Test
    void acceptedFieldsAreWhatWasWritten() throws Exception {
        JsonNode labelled = score.get("labelled").get(0);

        assertThat(labelled.get("accepted")).isEqualTo(score.get("accepted"));
        assertThat(labelled.get("fields").asInt())
                .isBetween(labelled.get("accepted").asInt(), 11 * PAGES);
        assertThat(labelled.get("field_error").asDouble()).isLessThan(0.1);
        assertThat(score.get("certified").asBoolean()).isFalse();
        assertThat(labelled.get("certificates")).hasSize(3).allSatisfy(certificate -> {
            assertThat(certificate.get("status").asText()).isEqualTo("UNCERTIFIED");
            assertThat(certificate.get("reason").asText()).contains("are needed");
            assertThat(certificate.has("threshold")).isFalse();
        });
    }

    @Test
    void whatPeopleAnswerBecomesReviewsAndLabelledDigits() throws Exception {
        JsonNode queue = cli.summaryOf("review", "export", "--model", "champion", "--run", "r", "--out", "queue");
        StringBuilder answers = new StringBuilder();
        int read = 0;
        for (String line : Files.readAllLines(directory.resolve("queue/tasks.jsonl"))) {
            JsonNode task = new ObjectMapper().readTree(line);
            assertThat(task.get("field").asText()).isNotIn("card_number", "phone", "account");
            assertThat(directory.resolve("queue").resolve(task.get("image").asText()))
                    .isNotEmptyFile();
            boolean value = task.path("read").asText().length() > 0;
            read += value ? 1 : 0;
            answers.append(new ObjectMapper()
                            .createObjectNode()
                            .put("task", task.get("task").asText())
                            .put("state", value ? "VALUE" : "BLANK")
                            .put("value", task.path("read").asText())
                            .put("reviewer", "anna")
                            .put("reviewed_at", "2026-11-21T10:00:00Z"))
                    .append('\n');
        }
        Files.writeString(directory.resolve("answers.jsonl"), answers + "no answer\n");

        JsonNode taken =
                cli.summaryOf("review", "import", "--model", "champion", "--run", "r", "--answers", "answers.jsonl");

        int tasks = queue.get("tasks").asInt();
        assertThat(tasks).isPositive();
        assertThat(read).isPositive();
        assertThat(taken.get("answers").asInt()).isEqualTo(tasks + 1);
        assertThat(taken.get("taken").asInt()).isEqualTo(tasks);
        assertThat(taken.get("reviews").asInt()).isEqualTo(tasks);
        assertThat(taken.get("quarantined").asInt()).isEqualTo(1);
        assertThat(taken.get("digits").asInt()).isGreaterThanOrEqualTo(read);
    }

    @Test
    void aSecondRunOfTheSameLeavesTheSameRows() throws Exception {
        List<JsonNode> digits = drawn(export("digits"));
        List<JsonNode> predictions = export("predictions");
        List<JsonNode> fields = export("fields");
        assertThat(digits).hasSize(TRAIN + TEST);

        ingest("train", "train");
        cli.summaryOf("score", "--model", "champion", "--run", "r", "--again");

        assertThat(drawn(exportAgain("digits"))).isEqualTo(digits);
        assertThat(exportAgain("predictions")).isEqualTo(predictions);
        assertThat(exportAgain("fields")).isEqualTo(fields);
    }

    /** Without the digits that people have labelled. */
    private static List<JsonNode> drawn(List<JsonNode> digits) {
        return digits.stream()
                .filter(digit -> digit.get("dataset").asText().equals("drawn"))
                .toList();
    }

    @Test
    void theReportIsOnePage() throws Exception {
        JsonNode report = cli.summaryOf(
                "report", "--dataset", "drawn", "--run", "r", "--out", "report.html", "--charts", "charts");

        String html = Files.readString(directory.resolve("report.html"));
        assertThat(report.get("shown").get("pages").asInt()).isPositive();
        assertThat(html)
                .contains(train.get("model").asText())
                .contains("data:image/png;base64,")
                .doesNotContain("src=\"http");
        assertThat(directory.resolve("charts/training-loss.svg")).content().contains("<svg");
    }

    @Test
    void aSearchLeavesARowForEachTrialAndItsWinnerAsAConfiguration() throws Exception {
        Path space = directory.resolve("space.conf");
        Files.writeString(space, "numeral.train.learning-rate { choice = [0.002, 1e30] }");
        JsonNode tuned = cli.summaryOf(
                "tune",
                "--dataset",
                "drawn",
                "--space",
                space.toString(),
                "--output",
                "winner.conf",
                "--run",
                "t",
                "-D",
                "numeral.train.network=mlp",
                "-D",
                "numeral.tune.trials=6",
                "-D",
                "numeral.tune.rungs=1");

        assertThat(tuned.get("done_before").asInt()).isZero();
        assertThat(export("trials"))
                .hasSize(6)
                .extracting(trial -> trial.get("status").asText())
                .contains("OK", "FAILED");
        assertThat(directory.resolve("winner.conf")).content().contains("network=mlp");
    }

    @Test
    void aSingleImageIsRead() throws Exception {
        Path image = OneDigit.draw(directory.resolve("one.png"));

        JsonNode predicted = cli.summaryOf("predict", image.toString());

        JsonNode read = predicted.get("images").get(0);
        assertThat(read.get("digit").asInt()).isEqualTo(1);
        assertThat(read.get("confidence").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void scansOfSingleDigitsAreMeasuredOn() throws Exception {
        OneDigit.draw(Files.createDirectories(directory.resolve("scans/1")).resolve("one.png"));

        JsonNode ingested = cli.summaryOf(
                "ingest",
                "--warehouse",
                "scanned",
                "--png",
                "scans",
                "--dataset",
                "scans",
                "--split",
                "test",
                "-D",
                "numeral.ingest.normalise=true");
        JsonNode evaluated =
                cli.summaryOf("evaluate", "--warehouse", "scanned", "--model", "shipped", "--dataset", "scans");

        assertThat(ingested.get("accepted").asInt()).isEqualTo(1);
        assertThat(evaluated.get("accuracy").asDouble()).isEqualTo(1);
    }

    private static void ingest(String prefix, String split) throws IOException, InterruptedException {
        int expected = split.equals("train") ? TRAIN : TEST;
        JsonNode ingested = cli.summaryOf(
                "ingest",
                "--images",
                "d/" + prefix + "-images-idx3-ubyte.gz",
                "--labels",
                "d/" + prefix + "-labels-idx1-ubyte.gz",
                "--dataset",
                "drawn",
                "--split",
                split);
        assertThat(ingested.get("read").asInt()).isEqualTo(expected);
        assertThat(ingested.get("accepted").asInt()
                        + ingested.get("quarantined").asInt())
                .isEqualTo(expected);
    }

    /** The table as it stood when it was first asked for. */
    private static List<JsonNode> export(String table) throws IOException, InterruptedException {
        if (!EXPORTS.containsKey(table)) {
            EXPORTS.put(table, exportAgain(table));
        }
        return EXPORTS.get(table);
    }

    private static List<JsonNode> exportAgain(String table, String... options)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("export", "--table", table, "--format", "jsonl", "--out", "out-" + table));
        words.addAll(List.of(options));
        cli.summaryOf(words.toArray(String[]::new));
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> parts = Files.list(directory.resolve("out-" + table))) {
            for (Path part : parts.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(part)) {
                    rows.add(new ObjectMapper().readTree(line));
                }
            }
        }
        return rows;
    }
}
