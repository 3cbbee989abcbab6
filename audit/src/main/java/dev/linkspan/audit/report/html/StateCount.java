package dev.linkspan.audit.report.html;

import dev.linkspan.audit.State;
import java.util.List;

/** How many things are in one state. */
record StateCount(State state, int count) {

    /** In which states stand side by side: from well to not well. */
    static final List<State> ORDER = List.of(
            State.READY, State.PENDING, State.LEAVING, State.UNKNOWN, State.NOT_SEEN, State.MISSING, State.FAILED);

    /** Such as {@code 3 ready}. */
    String words() {
        return count + " " + words(state);
    }

    /** Such as {@code not seen}. */
    static String words(State state) {
        return state.word().replace('-', ' ');
    }
}
