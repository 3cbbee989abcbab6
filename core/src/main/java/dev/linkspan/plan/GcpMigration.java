package dev.linkspan.plan;

import dev.linkspan.model.Address;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How far one service of Google Cloud's older architecture, which Atlas disables on 2027-04-30, is on its way to port mapping.
 *
 * @param older its address
 * @param successor the address of the port-mapped service of the same region, which takes over from it
 * @param done what lies behind, a sentence each; may hold text from Atlas, untrusted
 * @param next what is to be done, in this order
 */
public record GcpMigration(Address older, Address successor, Stage stage, List<String> done, List<Task> next) {

    public GcpMigration {
        Objects.requireNonNull(older, "older");
        Objects.requireNonNull(successor, "successor");
        Objects.requireNonNull(stage, "stage");
        done = List.copyOf(done);
        next = List.copyOf(next);
    }

    /** Where it stands. In the first phase a port-mapped service comes to stand beside the older one; in the second the older one goes. */
    public enum Stage {
        /** Part of it could not be read. */
        UNKNOWN(1),
        /** There is no port-mapped service that could take over; the plan creates it. */
        BEGIN(1),
        /** Atlas is building the port-mapped service. */
        BUILD(1),
        /** It is ready, and the user has to make a forwarding rule to it and declare its endpoint. */
        CONNECT(1),
        /** It has an endpoint that no spec declares. */
        DECLARE(1),
        /** Its endpoint is declared, and Atlas does not have it yet; the plan registers it. */
        REGISTER(1),
        /** Its endpoint is registered, and was not seen AVAILABLE and as declared. */
        VERIFY(1),
        /** Its endpoint is AVAILABLE; the plan deletes the older service, or holds that. */
        RETIRE(2),
        /** The older service is gone, and specs still declare it. */
        CLEAN_UP(2);

        private final int phase;

        Stage(int phase) {
            this.phase = phase;
        }

        /** 1 or 2. */
        public int phase() {
            return phase;
        }

        /** The word that people and scripts know it by, such as {@code clean-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something to do.
     *
     * @param what a sentence or two; may hold text from Atlas or a spec, untrusted
     * @param spec spec text that it speaks of
     * @param commands lines for a shell that it speaks of; whatever of Atlas's stands in them was checked to be a name
     */
    public record Task(String what, Optional<String> spec, List<String> commands) {

        public Task {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(spec, "spec");
            commands = List.copyOf(commands);
        }

        static Task of(String what) {
            return new Task(what, Optional.empty(), List.of());
        }

        static Task spec(String what, String spec) {
            return new Task(what, Optional.of(spec), List.of());
        }

        static Task commands(String what, List<String> commands) {
            return new Task(what, Optional.empty(), commands);
        }
    }
}
