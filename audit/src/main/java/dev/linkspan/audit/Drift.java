package dev.linkspan.audit;

import dev.linkspan.compare.Difference;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.Address;
import java.util.List;
import java.util.stream.Collectors;

/** Findings that say what Atlas has otherwise than specs say. */
final class Drift {

    private Drift() {}

    static Finding missing(Address address, Advice advice) {
        String summary = "Specs declare this " + Words.noun(address) + ", and Atlas does not have it.";
        return new Finding(Finding.Kind.MISSING, Severity.ERROR, address, summary, Evidence.absent(), advice);
    }

    static Finding unmanaged(Address address, String status, Advice advice) {
        String summary = "Atlas has this " + Words.noun(address) + " (" + status + "), and no spec declares it.";
        return new Finding(
                Finding.Kind.UNMANAGED, Severity.WARNING, address, summary, Evidence.undeclared(status), advice);
    }

    static Finding changed(Pairing.Matched<?, ?> pairing, Advice advice) {
        var differences = pairing.differences();
        return new Finding(
                Finding.Kind.CHANGED,
                Severity.WARNING,
                pairing.address(),
                summary(differences),
                Evidence.different(differences),
                advice);
    }

    private static String summary(List<Difference> differences) {
        return differences.stream()
                .map(it -> it.attribute() + " is " + it.observed() + ", and specs say " + it.declared() + ".")
                .collect(Collectors.joining(" "));
    }
}
