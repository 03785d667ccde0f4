package numeral.jobs;

import picocli.CommandLine.Command;

/** Form templates. */
@Command(
        name = "template",
        description = "Form templates.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TemplateCheckJob.class, TemplateLearnJob.class, TemplateOverlayJob.class})
final class TemplateCommand {}
