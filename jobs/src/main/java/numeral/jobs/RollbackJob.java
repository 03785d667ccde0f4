package numeral.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import numeral.table.Registry.Rollback;
import numeral.table.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Takes the champion back: the one before it is the champion again. The event stands in the table of models with the reason; who did it and when is in
 * the snapshot's summary. Each command without {@code --run} is a rollback of its own; with one, a repeat changes nothing.
 */
@Command(name = "rollback", description = "Makes the previous champion the champion again.")
final class RollbackJob implements Job {
    @Option(
            names = "--reason",
            defaultValue = "No reason was given.",
            description = "Why, for the history of the models")
    String reason;

    @Override
    public String defaultRun() {
        return "rollback-" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Summary run(Workspace workspace) {
        Run run = workspace.run(Map.of("user", System.getProperty("user.name")));
        Rollback rollback = workspace.registry().rollBack(run, reason);
        return new Summary()
                .with("champion", rollback.to().id())
                .with("rolled_back", rollback.from().id())
                .with("run", run.id());
    }
}
