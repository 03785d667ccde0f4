package numeral.jobs;

import java.io.IOException;
import java.util.List;
import numeral.synth.DigitSettings;
import numeral.synth.SynthDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seeded IDX files of drawn digits, under MNIST's names. */
@Command(name = "digits", description = "Draws labelled digits into IDX files under MNIST's names.")
final class SynthDigitsJob implements Job {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the files, any Hadoop path")
    String out;

    @Option(names = "--train", defaultValue = "60000", description = "Digits to learn from (default: ${DEFAULT-VALUE})")
    int train;

    @Option(
            names = "--test",
            defaultValue = "10000",
            description = "Digits to be measured on (default: ${DEFAULT-VALUE})")
    int test;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--packing",
            defaultValue = "GZIP",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    SynthDigits.Packing packing;

    @Override
    public void check(Problems problems) {
        problems.requireAtLeast(1, "--train", train);
        problems.requireAtLeast(1, "--test", test);
        problems.requireSettings(DigitSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        SynthDigits digits = new SynthDigits(workspace.hadoop(), DigitSettings.from(workspace.config()), seed);
        List<String> files = digits.write(out, train, test, packing);
        return new Summary()
                .with("train", train)
                .with("test", test)
                .with("seed", seed)
                .with("files", files.size())
                .with("out", out)
                .with("seconds", workspace.seconds());
    }
}
