package dev.linkspan.cli;

import dev.linkspan.model.Refusal;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether an audit is remembered, and where. */
final class MemoryOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--remember",
            description = "Keep the report in the history, and say what is new, still there or resolved.")
    private boolean isRemembered;

    @Option(
            names = "--history",
            paramLabel = "PLACE",
            description = "The same with this history: a file, or postgresql://USER@HOST/DATABASE"
                    + " (default: history.url of the settings, else history.db in ~/.local/state/linkspan).")
    private String place;

    @Mixin
    private ScopeOption scope;

    /** @throws dev.linkspan.audit.history.HistoryProblem when the history cannot be used */
    AuditMemory memory(Session session) {
        boolean isAsked =
                isRemembered || place != null || session.settings().history().isPresent();
        scope.check();
        if (scope.isSet() && !isAsked) {
            throw new ParameterException(
                    command.commandLine(), "--scope names an audit in a history; add --remember, or --history PLACE");
        }
        try {
            return isAsked ? AuditMemory.open(session, Optional.ofNullable(place), scope) : AuditMemory.none(session);
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
    }

    Optional<String> place() {
        return Optional.ofNullable(place);
    }
}
