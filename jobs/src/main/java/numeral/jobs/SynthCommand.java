package numeral.jobs;

import picocli.CommandLine.Command;

/** Made-up data with known truth. */
@Command(
        name = "synth",
        description = "Seeded data with known truth.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SynthDigitsJob.class, SynthFormsJob.class})
final class SynthCommand {}
