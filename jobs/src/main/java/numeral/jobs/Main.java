package numeral.jobs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import numeral.InputRefused;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The one door. Progress goes to standard error; the summary is the last line on standard output, one JSON object. Exit codes: 0 done, 1 a bug, 2
 * wrong usage or configuration, 3 input refused.
 */
@Command(
        name = "numeral",
        description = "Reads handwritten digits at archive scale.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IngestJob.class,
            TrainJob.class,
            TuneJob.class,
            EvaluateJob.class,
            PromoteJob.class,
            RollbackJob.class,
            ModelsJob.class,
            ExtractJob.class,
            ScoreJob.class,
            ReviewCommand.class,
            ReportJob.class,
            ExportJob.class,
            ExportModelJob.class,
            PredictJob.class,
            DoctorJob.class,
            SynthCommand.class,
            TemplateCommand.class
        })
public final class Main {
    private static final int DONE = 0;
    private static final int BUG = 1;
    private static final int USAGE = 2;
    private static final int INPUT = 3;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** {@link #main} without the exit: the code it would exit with. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new Main());
        prepare(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        ParseResult parsed = innermost(line.parseArgs(args));
        CommandLine asked = parsed.commandSpec().commandLine();
        if (parsed.isVersionHelpRequested()) {
            line.printVersionHelp(out);
            return DONE;
        }
        if (parsed.isUsageHelpRequested()) {
            asked.usage(out);
            return DONE;
        }
        if (!(parsed.commandSpec().userObject() instanceof Job job)) {
            List<String> problems = messages(parsed);
            problems.add("expected one of the commands "
                    + String.join(", ", line.getSubcommands().keySet()));
            return refuse("numeral", problems, USAGE, err);
        }
        return run(parsed.commandSpec().qualifiedName().replaceFirst("^numeral ", ""), job, parsed, out, err);
    }

    private static int run(String command, Job job, ParseResult parsed, PrintStream out, PrintStream err) {
        Options options = (Options) parsed.commandSpec().mixins().get("options").userObject();
        List<String> problems = messages(parsed);
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        EffectiveConfig config = new EffectiveConfig(options, job.settings(), hadoop);
        problems.addAll(config.problems());
        if (problems.isEmpty()) {
            Problems found = new Problems(config.config(), hadoop);
            job.check(found);
            problems.addAll(found.all());
        }
        if (!problems.isEmpty()) {
            return refuse("numeral " + command, problems, USAGE, err);
        }
        if (options.dryRun) {
            err.println(config.json());
            out.println(new Summary().with("dry_run", true).json(command));
            return DONE;
        }
        try (Workspace workspace = new Workspace(options, config, hadoop, command, job.defaultRun(), err)) {
            Summary summary = job.run(workspace);
            out.println(summary.json(command));
            return summary.isRefused() ? INPUT : DONE;
        } catch (UsageRefused e) {
            return refuse("numeral " + command, List.of(e.getMessage()), USAGE, err);
        } catch (Exception e) {
            Optional<InputRefused> refused = refusal(e);
            if (refused.isPresent()) {
                return refuse("numeral " + command, refused.get().problems(), INPUT, err);
            }
            e.printStackTrace(err);
            return BUG;
        }
    }

    /** All errors of a command line are told at once; every command that does something takes the common options. */
    private static void prepare(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        if (command.getCommand() instanceof Job) {
            command.getCommandSpec().addMixin("options", CommandSpec.forAnnotatedObject(new Options()));
        }
        command.getSubcommands().values().forEach(Main::prepare);
    }

    private static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }

    private static List<String> messages(ParseResult parsed) {
        List<String> messages = new ArrayList<>();
        parsed.errors().forEach(error -> messages.add(error.getMessage()));
        return messages;
    }

    private static int refuse(String command, List<String> problems, int code, PrintStream err) {
        err.println(command + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems"));
        problems.forEach(problem -> err.println("  - " + problem));
        return code;
    }

    /** Executors wrap what they throw. */
    private static Optional<InputRefused> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** Version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"numeral " + Workspace.version()};
        }
    }
}
