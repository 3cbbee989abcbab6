package dev.linkspan.cli;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Refusal;
import dev.linkspan.plan.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What the caller permits a plan to take away. */
final class GuardOptions {

    @Option(
            names = "--allow-delete",
            description = "Delete what Atlas has and no spec declares. Without it such things are only shown.")
    private boolean allowsDelete;

    @Option(
            names = "--replace",
            paramLabel = "ADDRESS",
            description = "Replace this failed service although endpoints hang on it, or this endpoint although it may"
                    + " carry traffic. May be repeated.")
    private List<String> replaceable = new ArrayList<>();

    @Option(
            names = "--migrate-gcp",
            description =
                    "Take each Google Cloud service off the older architecture, which Atlas disables on 2027-04-30: first a"
                            + " port-mapped one beside it; once that one's endpoint is AVAILABLE, the delete of the older one.")
    private boolean migratesGcp;

    boolean isSet() {
        return allowsDelete || !replaceable.isEmpty() || migratesGcp;
    }

    /** The clouds to look at besides those that specs declare something on. */
    Set<CloudProvider> besides() {
        return besides(guard());
    }

    static Set<CloudProvider> besides(Guard guard) {
        return guard.migratesGcp() ? Set.of(CloudProvider.GCP) : Set.of();
    }

    Guard guard() {
        var addresses = new TreeSet<Address>();
        replaceable.forEach(it -> addresses.add(replaceable(it)));
        return new Guard(allowsDelete, addresses, migratesGcp);
    }

    private static Address replaceable(String text) {
        var address = Address.parse(text);
        if (address.kind() != Address.Kind.SERVICE && address.kind() != Address.Kind.ENDPOINT) {
            throw new Refusal(
                    "not-replaceable",
                    "--replace names one service or one endpoint, and '" + text + "' is neither",
                    "Copy its address from a plan, for example 5e2211c17a3e5a48f5497de3/aws/us-east-1.");
        }
        return address;
    }
}
