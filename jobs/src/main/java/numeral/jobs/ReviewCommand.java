package numeral.jobs;

import picocli.CommandLine.Command;

/** What people have to look at, and what they say. */
@Command(
        name = "review",
        description = "Fields for people to read, and their answers.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ReviewExportJob.class, ReviewImportJob.class})
final class ReviewCommand {}
