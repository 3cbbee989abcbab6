package dev.linkspan.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help pages: the options that all commands share stand on the first page only, and are pointed at from the others. */
final class HelpPages {

    private HelpPages() {}

    static void arrange(CommandLine root) {
        for (var command : root.getSubcommands().values()) {
            command.getCommandSpec()
                    .usageMessage()
                    .abbreviateSynopsis(true)
                    .synopsisHeading("%nUsage: ")
                    .parameterListHeading("%n")
                    .optionListHeading("");
            command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPages::ownOptions);
        }
    }

    private static String ownOptions(Help help) {
        var own = help.commandSpec().options().stream()
                .filter(it -> !it.inherited() || it.usageHelp())
                .sorted((one, other) -> longest(one).compareTo(longest(other)))
                .toList();
        var layout = help.createDefaultLayout();
        layout.addAllOptions(own, help.parameterLabelRenderer());
        return layout + "Options of every command: see 'linkspan --help'.%n".formatted();
    }

    private static String longest(OptionSpec option) {
        return option.longestName();
    }
}
