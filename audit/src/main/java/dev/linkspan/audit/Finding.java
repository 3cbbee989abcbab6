package dev.linkspan.audit;

import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that is not as specs say, is not well, or could not be looked at. */
public sealed interface Finding extends Comparable<Finding> {

    /** The kinds there are, in the order in which findings of one address stand. */
    enum Kind {
        NOT_SEEN,
        MISSING,
        UNHEALTHY,
        CHANGED,
        UNMANAGED,
        SETTLING;

        /** The word that reports and fingerprints use, such as {@code not-seen}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Comparator<Finding> ORDER =
            Comparator.comparing(Finding::address).thenComparing(Finding::kind).thenComparing(Finding::summary);

    Kind kind();

    Severity severity();

    Address address();

    /** What is the matter, in a sentence or two; may hold Atlas's own words, untrusted. */
    String summary();

    Advice advice();

    <R> R match(Cases<R> cases);

    default Fingerprint fingerprint() {
        return Fingerprint.of(kind(), address());
    }

    @Override
    default int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** One answer for each kind of finding. */
    interface Cases<R> {
        R missing(Missing it);

        R unmanaged(Unmanaged it);

        R changed(Changed it);

        R unhealthy(Unhealthy it);

        R settling(Settling it);

        R notSeen(NotSeen it);
    }

    /** Declared, and Atlas was seen not to have it. */
    record Missing(Address address, Advice advice) implements Finding {
        public Missing {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(advice, "advice");
        }

        @Override
        public Kind kind() {
            return Kind.MISSING;
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String summary() {
            return "Specs declare this " + Words.noun(address) + ", and Atlas does not have it.";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /**
     * Atlas has it, and no spec declares it.
     *
     * @param status Atlas's word for how it is, untrusted
     */
    record Unmanaged(Address address, String status, Advice advice) implements Finding {
        public Unmanaged {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(advice, "advice");
        }

        @Override
        public Kind kind() {
            return Kind.UNMANAGED;
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "Atlas has this " + Words.noun(address) + " (" + status + "), and no spec declares it.";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unmanaged(this);
        }
    }

    /** It has other values than specs say. */
    record Changed(Address address, List<Difference> differences, Advice advice) implements Finding {
        public Changed {
            Objects.requireNonNull(address, "address");
            differences = List.copyOf(differences);
            Objects.requireNonNull(advice, "advice");
        }

        @Override
        public Kind kind() {
            return Kind.CHANGED;
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return differences.stream()
                    .map(it -> it.attribute() + " is " + it.observed() + ", and specs say " + it.declared() + ".")
                    .collect(Collectors.joining(" "));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /**
     * It is declared and there, and waiting will not make it well.
     *
     * @param status Atlas's word for how it is, untrusted
     * @param message Atlas's own words for why, untrusted
     * @param meaning what the status means, a sentence
     */
    record Unhealthy(
            Address address, Severity severity, String status, Optional<String> message, String meaning, Advice advice)
            implements Finding {
        public Unhealthy {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(advice, "advice");
        }

        @Override
        public Kind kind() {
            return Kind.UNHEALTHY;
        }

        @Override
        public String summary() {
            String reported = message.map(it -> " Atlas says: " + it).orElse("");
            return "This " + Words.noun(address) + " is " + status + ". " + meaning + reported;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unhealthy(this);
        }
    }

    /**
     * Atlas is still at work on it. It is only noted, so that an audit soon after an apply does not raise an alarm.
     *
     * @param status Atlas's word for where it is
     * @param meaning what the status means, a sentence
     */
    record Settling(Address address, String status, String meaning, Advice advice) implements Finding {
        public Settling {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(advice, "advice");
        }

        @Override
        public Kind kind() {
            return Kind.SETTLING;
        }

        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String summary() {
            return "This " + Words.noun(address) + " is " + status + ". " + meaning;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.settling(this);
        }
    }

    /**
     * It could not be read, so nothing is known of it.
     *
     * @param hidden how many declared services, endpoints and regional modes nothing is known of because of it
     */
    record NotSeen(BlindSpot blindSpot, int hidden) implements Finding {
        public NotSeen {
            Objects.requireNonNull(blindSpot, "blindSpot");
        }

        @Override
        public Kind kind() {
            return Kind.NOT_SEEN;
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public Address address() {
            return blindSpot.address();
        }

        @Override
        public String summary() {
            boolean isOneThing =
                    address().kind() == Address.Kind.ENDPOINT || address().kind() == Address.Kind.REGIONAL_MODE;
            String consequence = hidden == 0 || isOneThing
                    ? "."
                    : ", so nothing is known of " + Words.count(hidden, "thing", "things") + " that specs declare.";
            return "This " + Words.noun(address()) + " could not be read (" + blindSpot.why() + ")" + consequence;
        }

        @Override
        public Advice advice() {
            return new Advice(blindSpot.remedy(), Optional.empty(), Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSeen(this);
        }
    }
}
