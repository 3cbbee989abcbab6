package dev.linkspan.cli;

import dev.linkspan.model.Address;
import dev.linkspan.model.Refusal;
import dev.linkspan.plan.Guard;
import java.util.ArrayList;
import java.util.List;
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

    boolean isSet() {
        return allowsDelete || !replaceable.isEmpty();
    }

    Guard guard() {
        var addresses = new TreeSet<Address>();
        replaceable.forEach(it -> addresses.add(replaceable(it)));
        return new Guard(allowsDelete, addresses);
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
