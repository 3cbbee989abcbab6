package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing, as declared, as observed, or both.
 *
 * @param <D> what a spec says of it
 * @param <O> what Atlas shows of it
 */
public sealed interface Pairing<D, O> {

    Address address();

    /** What a spec says, where one speaks of it. */
    Optional<D> declared();

    /** What Atlas shows, where it was seen. */
    Optional<O> observed();

    <R> R match(Cases<D, O, R> cases);

    /** One answer for each kind of pairing. */
    interface Cases<D, O, R> {
        R onlyDeclared(OnlyDeclared<D, O> it);

        R onlyObserved(OnlyObserved<D, O> it);

        R matched(Matched<D, O> it);

        R unseen(Unseen<D, O> it);
    }

    /** Declared, and Atlas was seen not to have it. */
    record OnlyDeclared<D, O>(Address address, D wanted) implements Pairing<D, O> {
        public OnlyDeclared {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(wanted, "wanted");
        }

        @Override
        public Optional<D> declared() {
            return Optional.of(wanted);
        }

        @Override
        public Optional<O> observed() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<D, O, R> cases) {
            return cases.onlyDeclared(this);
        }
    }

    /** Atlas has it, and no spec declares it. */
    record OnlyObserved<D, O>(Address address, O found) implements Pairing<D, O> {
        public OnlyObserved {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(found, "found");
        }

        @Override
        public Optional<D> declared() {
            return Optional.empty();
        }

        @Override
        public Optional<O> observed() {
            return Optional.of(found);
        }

        @Override
        public <R> R match(Cases<D, O, R> cases) {
            return cases.onlyObserved(this);
        }
    }

    /**
     * Both, with the attributes that differ.
     *
     * @param differences in the order of their names; empty when all that is declared is so
     */
    record Matched<D, O>(Address address, D wanted, O found, List<Difference> differences) implements Pairing<D, O> {
        public Matched {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(wanted, "wanted");
            Objects.requireNonNull(found, "found");
            differences = List.copyOf(differences);
        }

        @Override
        public Optional<D> declared() {
            return Optional.of(wanted);
        }

        @Override
        public Optional<O> observed() {
            return Optional.of(found);
        }

        @Override
        public <R> R match(Cases<D, O, R> cases) {
            return cases.matched(this);
        }
    }

    /** It could not be read: neither missing nor well. */
    record Unseen<D, O>(Address address, Optional<D> declared, BlindSpot blindSpot) implements Pairing<D, O> {
        public Unseen {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(declared, "declared");
            Objects.requireNonNull(blindSpot, "blindSpot");
        }

        @Override
        public Optional<O> observed() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<D, O, R> cases) {
            return cases.unseen(this);
        }
    }
}
