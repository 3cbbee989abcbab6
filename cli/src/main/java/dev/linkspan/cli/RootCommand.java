package dev.linkspan.cli;

import dev.linkspan.cli.settings.CommandLineSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before a command: the options that all of them share. They may stand behind the command too. */
@Command(
        name = "linkspan",
        subcommands = {
            DemoCommand.class,
            ValidateCommand.class,
            PlanCommand.class,
            ShowCommand.class,
            ApplyCommand.class,
            DestroyCommand.class,
            WaitCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            RegionalModeCommand.class,
            AuditCommand.class,
            HistoryCommand.class,
            ServeCommand.class,
            EmulatorCommand.class,
        },
        versionProvider = Version.class,
        header = "Keeps MongoDB Atlas private endpoints the way Groovy spec files say they should be.",
        synopsisHeading = "%nUsage: ",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit status:%n",
        footer = {
            "   0  done, nothing pending",
            "   1  failed",
            "   2  there is something to do: changes, drift, or Atlas still at work",
            "   3  something could not be read, so the answer is not known",
            "  64  wrong usage",
            "",
            "Settings also come from environment variables, ./linkspan.yaml and ~/.config/linkspan/linkspan.yaml.",
            "'linkspan COMMAND --help' tells more about a command, with examples."
        })
final class RootCommand {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read settings from this file instead of the usual two.")
    private Path settings;

    @Option(
            names = "--atlas-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Where Atlas is (default: https://cloud.mongodb.com).")
    private String atlasUrl;

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            scope = ScopeType.INHERIT,
            description = "Version of the Atlas Administration API: v2 (default) or v1.0.")
    private String apiVersion;

    @Option(
            names = "-P",
            paramLabel = "NAME=VALUE",
            scope = ScopeType.INHERIT,
            converter = ParamArgument.Reader.class,
            description = "A parameter, which specs read as params.NAME. May be repeated.")
    private List<ParamArgument> params = new ArrayList<>();

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "How much to tell on standard error: error, warn (default), info or debug.")
    private String logLevel;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours, even on a terminal.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    Optional<Path> settingsFile() {
        return Optional.ofNullable(settings);
    }

    CommandLineSettings settings() {
        var named = new TreeMap<String, String>();
        params.forEach(it -> named.put(it.name(), it.value()));
        return new CommandLineSettings(
                Optional.ofNullable(atlasUrl),
                Optional.ofNullable(apiVersion),
                named,
                Optional.ofNullable(logLevel),
                noColor);
    }
}
