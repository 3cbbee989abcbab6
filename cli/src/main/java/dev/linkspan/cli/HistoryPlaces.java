package dev.linkspan.cli;

import dev.linkspan.audit.history.HistoryPlace;
import dev.linkspan.model.Refusal;
import java.util.Optional;

/** Which history a command is to use. */
final class HistoryPlaces {

    private HistoryPlaces() {}

    /**
     * The history that an option names, or else settings, or else the usual one.
     *
     * @throws Refusal when the option's text is no place
     */
    static HistoryPlace of(Session session, Optional<String> option) {
        var surroundings = session.surroundings();
        return option.or(session.settings()::history)
                .map(it -> HistoryPlace.parse(
                        it, surroundings.workingDirectory(), session.settings().historyPassword()))
                .orElseGet(() ->
                        new HistoryPlace.SqliteFile(surroundings.stateFolder().resolve("history.db")));
    }
}
