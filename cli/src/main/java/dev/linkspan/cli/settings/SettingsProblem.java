package dev.linkspan.cli.settings;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.diagnostic.Severity;
import java.util.Optional;

/** Settings that cannot be used. It never holds a credential. */
public final class SettingsProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostics diagnostics;
    private final boolean isUsage;

    SettingsProblem(Diagnostics diagnostics, boolean isUsage) {
        super(diagnostics.all().get(0).summary());
        this.diagnostics = diagnostics;
        this.isUsage = isUsage;
    }

    static SettingsProblem of(String id, String summary, String remedy) {
        return new SettingsProblem(
                Diagnostics.of(new Diagnostic(id, Severity.ERROR, summary, remedy, Optional.empty(), Optional.empty())),
                false);
    }

    /** Every fault there is, not only the first. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Whether all of it is about the command line itself. */
    public boolean isUsage() {
        return isUsage;
    }
}
