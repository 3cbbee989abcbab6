package dev.linkspan.plan;

import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines for Google Cloud's command line that a succession takes on the user's side. What Atlas shows stands in them only
 * where it has the form of a name, so that a shell takes it for nothing else.
 *
 * <p>Source: Google Cloud's pages on endpoints of Private Service Connect; MongoDB's guide to port mapping.
 */
final class Gcloud {

    private static final Pattern ATTACHMENT = Pattern.compile(
            "(https://[a-z.]+/compute/[a-z0-9]+/)?projects/[a-z0-9.:-]+/regions/[a-z0-9-]+/serviceAttachments/[a-z0-9-]+");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final String UNKNOWN_PROJECT = "PROJECT";
    private static final String SUFFIX = "-port-mapped";
    private static final int LONGEST_NAME = 63;
    /** How much of a list stands on one line. */
    private static final int LONGEST_LIST = 400;

    private final Succession succession;
    private final String region;
    private final List<EndpointAttributes> groups;

    Gcloud(Succession succession) {
        this.succession = succession;
        this.region = succession.older().address().region().orElseThrow().cloudName();
        this.groups = succession.older().endpoints().stream()
                .flatMap(it -> it
                        .declared()
                        .map(declared -> declared.attributes())
                        .or(() -> it.observed().map(found -> found.attributes()))
                        .stream())
                .toList();
    }

    /** What makes the forwarding rule and prints its address; nothing where no attachment is known. */
    List<String> connecting() {
        var attachment = succession.successor().service().observed().stream()
                .map(ObservedService::attachments)
                .flatMap(List::stream)
                .filter(it -> ATTACHMENT.matcher(it).matches())
                .findFirst();
        if (attachment.isEmpty() || !REGION.matcher(region).matches()) {
            return List.of();
        }
        String name = ruleName();
        var lines = new ArrayList<String>();
        rules().findFirst()
                .ifPresent(it -> lines.add("gcloud compute forwarding-rules describe " + it + where(project())
                        + " --format='value(network)'"));
        lines.add("gcloud compute addresses create " + name + where(project()) + " --subnet=SUBNET");
        lines.add("gcloud compute forwarding-rules create " + name + where(project()) + " --network=NETWORK --address="
                + name + " --target-service-attachment=" + attachment.get());
        lines.add("gcloud compute addresses describe " + name + where(project()) + " --format='value(address)'");
        return lines;
    }

    boolean knowsOlderRule() {
        return rules().findFirst().isPresent();
    }

    /** What removes the forwarding rules of the older service and finds their addresses; nothing where no rule is known. */
    List<String> cleaningUp() {
        if (!REGION.matcher(region).matches()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        for (var group : groups) {
            String project = project(group).orElse(UNKNOWN_PROJECT);
            inLines(group.addresses().keySet().stream()
                            .filter(passes(EndpointId::gcp))
                            .toList())
                    .forEach(it -> lines.add("gcloud compute forwarding-rules delete " + it + where(project)));
        }
        for (var group : groups) {
            String project = project(group).orElse(UNKNOWN_PROJECT);
            inLines(group.addresses().values().stream()
                            .filter(passes(EndpointAttributes::address))
                            .toList())
                    .forEach(it -> lines.add("gcloud compute addresses list --project=" + project + " --regions="
                            + region + " --filter='address=(" + it + ")' --format='value(name)'"));
        }
        return lines;
    }

    /** A name for the new forwarding rule and its address, after the older group where there is one. */
    String ruleName() {
        return succession.older().endpoints().stream()
                .flatMap(it -> it.address().endpoint().stream())
                .map(it -> it.value() + SUFFIX)
                .filter(passes(EndpointId::gcp))
                .findFirst()
                .orElseGet(() -> shortened("atlas-" + region) + SUFFIX);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - SUFFIX.length()));
    }

    /** The user's project in Google Cloud: that of the older endpoints, where it is known. */
    String project() {
        return groups.stream().flatMap(it -> project(it).stream()).findFirst().orElse(UNKNOWN_PROJECT);
    }

    private static Optional<String> project(EndpointAttributes group) {
        return group.gcpProject().filter(passes(EndpointAttributes::project));
    }

    private Stream<String> rules() {
        return groups.stream().flatMap(it -> it.addresses().keySet().stream()).filter(passes(EndpointId::gcp));
    }

    private String where(String project) {
        return " --project=" + project + " --region=" + region;
    }

    private static List<String> inLines(List<String> names) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String name : names) {
            if (line.length() + name.length() > LONGEST_LIST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(name);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Whether a text is what a spec could have said. */
    private static Predicate<String> passes(Function<String, ?> reader) {
        return text -> {
            try {
                reader.apply(text);
                return true;
            } catch (Refusal e) {
                return false;
            }
        };
    }
}
