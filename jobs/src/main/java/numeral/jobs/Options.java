package numeral.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class Options {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "HOCON file laid over the defaults of reference.conf")
    Optional<String> configFile = Optional.empty();

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            defaultValue = "warehouse",
            description = "Directory of tables and models, any Hadoop path (default: ${DEFAULT-VALUE})")
    String warehouse;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Sets one configuration key, e.g. numeral.train.epochs=3")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Run that the rows are published under; a repeat replaces the rows of the earlier one")
    Optional<String> run = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Checks arguments, inputs and configuration, prints the latter, does nothing")
    boolean dryRun;

    @Option(names = "--help", usageHelp = true, description = "Shows this help")
    boolean help;
}
