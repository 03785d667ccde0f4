package numeral.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real command line: {@code bin/numeral} in a process of its own. */
final class Cli {
    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory working directory of the commands */
    Cli(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    Cli(Path directory) {
        this(directory, Map.of());
    }

    /** Commands on little data, with the settings for that. */
    static Cli quick(Path directory) {
        return new Cli(directory, submitting("--properties-file " + home().resolve("conf/spark/quick.conf")));
    }

    /** The environment that takes these options to spark-submit. */
    static Map<String, String> submitting(String options) {
        return Map.of("NUMERAL_SUBMIT_OPTS", options, "SPARK_LOCAL_IP", "127.0.0.1");
    }

    /** How a command ended. */
    record Ended(int exit, String out, String err) {
        /** The last line on standard output. */
        JsonNode summary() {
            List<String> lines = out.lines().toList();
            try {
                return new ObjectMapper().readTree(lines.get(lines.size() - 1));
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    /** Root of the checkout. */
    static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("bin/numeral")) ? here : here.getParent();
    }

    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/numeral").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeAll(List.of("SPARK_HOME", "NUMERAL_SUBMIT_OPTS"));
        builder.environment().putAll(environment);
        return builder.redirectOutput(directory.resolve("stdout.txt").toFile())
                .redirectError(directory.resolve("stderr.txt").toFile())
                .start();
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    /** Waits for the end of a command that was started. */
    Ended end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running: " + process.info());
        }
        return new Ended(process.exitValue(), Files.readString(directory.resolve("stdout.txt")), standardError());
    }

    /** What the last command that was started has written to standard error so far. */
    String standardError() throws IOException {
        return Files.readString(directory.resolve("stderr.txt"));
    }

    /** A run that has to succeed; its summary. */
    JsonNode summaryOf(String... arguments) throws IOException, InterruptedException {
        Ended ended = run(arguments);
        if (ended.exit() != 0) {
            throw new AssertionError(
                    "numeral " + String.join(" ", arguments) + " ended with " + ended.exit() + "\n" + ended.err());
        }
        return ended.summary();
    }
}
