package dev.linkspan.plan;

import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One line of a plan: what happens to one thing, and why. */
public sealed interface Step {

    Address address();

    Subject subject();

    Reason reason();

    /** Consequences that somebody should know before saying yes, a sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** What Atlas has otherwise than declared, where that is why the step is taken. */
    default List<Difference> differences() {
        return List.of();
    }

    /** Whether carrying out the plan sends Atlas a write for this step. */
    default boolean isChange() {
        return false;
    }

    /** Whether the declaration is not met yet and this step does not meet it by itself. */
    default boolean isPending() {
        return false;
    }

    <R> R match(Cases<R> cases);

    /** One answer for each kind of step. */
    interface Cases<R> {
        R create(Create it);

        R update(Update it);

        R replace(Replace it);

        R delete(Delete it);

        R hold(Hold it);

        R keep(Keep it);
    }

    /** Atlas lacks it. */
    record Create(Address address, Subject subject, Reason reason) implements Step {
        public Create {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public boolean isChange() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }
    }

    /** It is changed in place. */
    record Update(Address address, Subject subject, List<Difference> differences, Reason reason, List<String> notes)
            implements Step {
        public Update {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
            differences = List.copyOf(differences);
            notes = List.copyOf(notes);
        }

        @Override
        public boolean isChange() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.update(this);
        }
    }

    /**
     * It is deleted, then created again.
     *
     * @param differences what Atlas cannot change in place; empty when it is replaced because it failed
     */
    record Replace(Address address, Subject subject, List<Difference> differences, Reason reason, List<String> notes)
            implements Step {
        public Replace {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
            differences = List.copyOf(differences);
            notes = List.copyOf(notes);
        }

        @Override
        public boolean isChange() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replace(this);
        }
    }

    /** It is deleted. */
    record Delete(Address address, Subject subject, Reason reason, List<String> notes) implements Step {
        public Delete {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
            notes = List.copyOf(notes);
        }

        @Override
        public boolean isChange() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.delete(this);
        }
    }

    /**
     * Nothing is done until something else happens: a permission, another look, a service that must come first.
     *
     * @param wanted what would be done; empty when that cannot be known
     */
    record Hold(Address address, Subject subject, Optional<Action> wanted, Reason reason) implements Step {
        public Hold {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(wanted, "wanted");
            Objects.requireNonNull(reason, "reason");
        }

        /** A delete that nobody permitted leaves the declaration met; whatever else is held does not. */
        @Override
        public boolean isPending() {
            return !wanted.equals(Optional.of(Action.DELETE));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hold(this);
        }
    }

    /**
     * It is as declared, or on its way there.
     *
     * @param status Atlas's word for where it is, untrusted
     * @param isSettling whether Atlas is still at work on it, or may be, so that carrying out the plan waits for it
     */
    record Keep(Address address, Subject subject, Reason reason, String status, boolean isSettling) implements Step {
        public Keep {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(status, "status");
        }

        /** One that Atlas is at work on. */
        public static Keep settling(Address address, Subject subject, String status) {
            return new Keep(address, subject, Reasons.SETTLING, status, true);
        }

        @Override
        public boolean isPending() {
            return isSettling;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keep(this);
        }
    }
}
