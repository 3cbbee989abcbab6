package dev.linkspan.cli;

import dev.linkspan.cli.settings.ColorMode;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.settings.Settings;
import dev.linkspan.cli.settings.SettingsLoader;
import dev.linkspan.cli.settings.SettingsProblem;
import dev.linkspan.cli.view.DiagnosticsView;
import dev.linkspan.cli.view.Printer;
import dev.linkspan.diagnostic.Diagnostics;
import java.io.PrintStream;

/** One run, as its command sees it: settings, surroundings, and where to print. */
final class Session {

    private final Surroundings surroundings;
    private final Settings settings;
    private final PrintStream outStream;
    private final PrintStream errorStream;
    private final Printer out;
    private final Printer errors;
    private final ActionsRun actions;

    /** @throws SettingsProblem when the settings cannot be used */
    Session(Surroundings surroundings, RootCommand options, PrintStream out, PrintStream err) {
        this.surroundings = surroundings;
        this.settings = new SettingsLoader(
                        surroundings.environment(), surroundings.home(), surroundings.workingDirectory())
                .load(options.settingsFile(), options.settings());
        this.outStream = out;
        this.errorStream = err;
        this.out = new Printer(out, isColored(surroundings.terminals().output()));
        this.errors = new Printer(err, isColored(surroundings.terminals().errors()));
        this.actions = new ActionsRun(surroundings, errors);
        new DiagnosticsView(errors).print(settings.warnings());
    }

    private boolean isColored(boolean isTerminal) {
        return settings.color() == ColorMode.ALWAYS || settings.color() == ColorMode.AUTO && isTerminal;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Settings settings() {
        return settings;
    }

    /** For results. */
    Printer out() {
        return out;
    }

    /** For everything else. */
    Printer errors() {
        return errors;
    }

    /** What GitHub Actions gets, where that is what runs us. */
    ActionsRun actions() {
        return actions;
    }

    /** Faults of specs, for people and for whoever annotates lines. */
    void tell(Diagnostics faults) {
        new DiagnosticsView(errors).print(faults);
        actions.annotate(faults);
    }

    /** Runs another command in other surroundings, printing to the same places; returns its exit status. */
    int again(Surroundings others, String... arguments) {
        return LinkspanCli.run(others, outStream, errorStream, arguments);
    }

    boolean isDebugging() {
        return settings.logLevel() == LogLevel.DEBUG;
    }
}
