package dev.linkspan.plan;

import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.plan.GcpMigration.Stage;
import dev.linkspan.plan.GcpMigration.Task;
import dev.linkspan.plan.ServicePlanner.Planned;
import dev.linkspan.text.SpecLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts into words how far a succession is, and what comes next. */
final class MigrationGuide {

    private static final String AGAIN = "then plan with --migrate-gcp again";
    private static final Task REMOVAL = Task.of("Apply this plan, which deletes the older service and its endpoints.");
    private static final Task REMOVAL_TO_PLAN = Task.of(
            "Plan with --migrate-gcp --allow-delete, and apply that plan: it deletes the older service and its endpoints.");

    private final Succession succession;
    private final Stage stage;
    private final Planned successor;
    private final Planned older;
    private final Gcloud gcloud;

    MigrationGuide(Succession succession, Stage stage, Planned successor, Planned older) {
        this.succession = succession;
        this.stage = stage;
        this.successor = successor;
        this.older = older;
        this.gcloud = new Gcloud(succession);
    }

    GcpMigration migration() {
        return new GcpMigration(
                succession.older().address(), succession.successor().address(), stage, done(), next());
    }

    /** The endpoint of the successor: the declared one, or else one that is there to stay. */
    static Optional<Pairing<DeclaredEndpoint, ObservedEndpoint>> endpoint(ComparedService successor) {
        var there = successor.endpoints().stream()
                .filter(it -> it.observed()
                        .filter(found -> found.health() != Health.LEAVING)
                        .isPresent());
        return Stream.concat(
                        successor.endpoints().stream()
                                .filter(it -> it.declared().isPresent()),
                        there)
                .findFirst();
    }

    private List<String> done() {
        String ready = "The port-mapped service is ready.";
        return switch (stage) {
            case UNKNOWN, BEGIN -> List.of();
            case BUILD -> List.of("Atlas has the port-mapped service (" + status() + ").");
            case CONNECT -> List.of(ready);
            case DECLARE, VERIFY -> List.of(ready, "Atlas has its endpoint " + name() + " (" + endpointStatus() + ").");
            case REGISTER -> List.of(ready, "Specs declare its endpoint " + name() + ".");
            case RETIRE -> List.of(ready, "Its endpoint " + name() + " is AVAILABLE.");
            case CLEAN_UP -> List.of(ready, "Its endpoint " + name() + " is AVAILABLE.", "The older service is gone.");
        };
    }

    private List<Task> next() {
        var tasks = new ArrayList<Task>();
        switch (stage) {
            case UNKNOWN -> tasks.add(Task.of("See what could not be read and why, " + AGAIN + "."));
            case BEGIN, BUILD -> {
                declareService(tasks);
                tasks.add(Task.of(carriedOut(
                        successor.service().stream().toList(),
                        stage == Stage.BEGIN
                                ? "Apply this plan, which creates the port-mapped service, "
                                : "Wait until it is ready: applying this plan does; ")));
            }
            case CONNECT -> connect(tasks);
            case DECLARE ->
                tasks.add(new Task(
                        "Declare it, or another plan may delete it; " + AGAIN + ".",
                        endpoint().flatMap(Pairing::observed).flatMap(this::declaration),
                        List.of()));
            case REGISTER ->
                tasks.add(Task.of(carriedOut(
                        successor.endpoints(), "Apply this plan, which registers the endpoint with Atlas, ")));
            case VERIFY -> tasks.add(Task.of(carriedOut(successor.endpoints(), verification())));
            case RETIRE -> retire(tasks);
            case CLEAN_UP -> {
                takeOut(tasks);
                cleanUp(tasks, "The older service's forwarding rules");
            }
        }
        return tasks;
    }

    private void declareService(List<Task> tasks) {
        if (!succession.isSuccessorDeclared()) {
            tasks.add(
                    Task.spec("Write this into the project's spec, so that every plan knows of it.", block(List.of())));
        }
    }

    /** What a plan does, unless it holds it. */
    private static String carriedOut(List<Step> steps, String words) {
        return steps.stream()
                .filter(it -> it instanceof Step.Hold && it.isPending())
                .findFirst()
                .map(it -> "It is held: " + it.reason().text() + ".")
                .orElse(words + AGAIN + ".");
    }

    private void connect(List<Task> tasks) {
        var commands = gcloud.connecting();
        if (commands.isEmpty()) {
            tasks.add(Task.of(
                    "Atlas shows no service attachment that could be connected to. Look at the service in Atlas, "
                            + AGAIN + "."));
            return;
        }
        tasks.add(Task.commands(
                "Make one forwarding rule to its service attachment. The words in capitals are yours to fill in"
                        + (gcloud.knowsOlderRule() ? "; the first line prints the network of the older service" : "")
                        + ", and the last line prints the address.",
                commands));
        tasks.add(Task.spec(
                "Declare it in the project's spec with that address, apply, " + AGAIN + ".",
                block(List.of(endpointLine(gcloud.ruleName(), gcloud.project(), "ADDRESS")))));
    }

    private String verification() {
        var health = endpoint()
                .flatMap(Pairing::observed)
                .map(ObservedEndpoint::health)
                .orElse(Health.UNKNOWN);
        return switch (health) {
            case READY -> "Apply this plan, which makes the endpoint as declared, ";
            case FAILED -> "Apply this plan, which removes the endpoint and adds it again, ";
            default -> "Wait until the endpoint is AVAILABLE: applying this plan does; ";
        };
    }

    private void retire(List<Task> tasks) {
        tasks.add(Task.of("Move all clients to the connection strings that lead through " + name()
                + ": their host names have -psc- in place of -pl-, but for clusters that span clouds. The others stop working with the"
                + " older service."));
        takeOut(tasks);
        tasks.add(removal());
        cleanUp(tasks, "Once the older service is gone, its forwarding rules");
    }

    private Task removal() {
        var steps = Stream.concat(older.service().stream(), older.endpoints().stream())
                .toList();
        var held = steps.stream()
                .filter(Step.Hold.class::isInstance)
                .map(Step::reason)
                .toList();
        if (held.contains(Reasons.RETIREMENT_NOT_ALLOWED)) {
            return REMOVAL_TO_PLAN;
        }
        if (steps.isEmpty()) {
            return Task.of("Wait until Atlas has let the older service go.");
        }
        return held.stream()
                .findFirst()
                .map(it -> Task.of("The delete of the older service is held: " + it.text() + "."))
                .orElse(REMOVAL);
    }

    /** The same, where the plan that would delete the older service is not this one. */
    static GcpMigration withRemovalToPlan(GcpMigration migration) {
        return new GcpMigration(
                migration.older(),
                migration.successor(),
                migration.stage(),
                migration.done(),
                migration.next().stream()
                        .map(it -> it.equals(REMOVAL) ? REMOVAL_TO_PLAN : it)
                        .toList());
    }

    private void takeOut(List<Task> tasks) {
        succession
                .older()
                .service()
                .declared()
                .map(DeclaredService::source)
                .ifPresent(it -> tasks.add(Task.of("Take the block at " + it
                        + " out of the specs: a plan without --migrate-gcp would create the older service again.")));
    }

    private void cleanUp(List<Task> tasks, String what) {
        var commands = gcloud.cleaningUp();
        if (!commands.isEmpty()) {
            tasks.add(Task.commands(
                    what
                            + " and addresses in your network are of no more use. The last of these lines prints the names of the"
                            + " addresses.",
                    commands));
        }
    }

    private Optional<String> declaration(ObservedEndpoint found) {
        var attributes = found.attributes();
        return attributes
                .gcpProject()
                .flatMap(project -> attributes
                        .ip()
                        .map(ip -> block(List.of(endpointLine(found.id().value(), project, ip)))));
    }

    private String block(List<String> lines) {
        var region = succession.successor().address().region().orElseThrow().cloudName();
        var text = new StringBuilder("gcp(" + SpecLiteral.quoted(region) + ") {\n    portMapped()\n");
        lines.forEach(it -> text.append("    ").append(it).append('\n'));
        return text.append('}').toString();
    }

    private static String endpointLine(String rule, String project, String ip) {
        return "endpoint(" + SpecLiteral.quoted(rule) + ", gcpProject: " + SpecLiteral.quoted(project) + ", ip: "
                + SpecLiteral.quoted(ip) + ")";
    }

    private Optional<Pairing<DeclaredEndpoint, ObservedEndpoint>> endpoint() {
        return endpoint(succession.successor());
    }

    private String name() {
        return endpoint()
                .flatMap(it -> it.address().endpoint())
                .map(Object::toString)
                .orElse("");
    }

    private String status() {
        return succession
                .successor()
                .service()
                .observed()
                .map(ObservedService::status)
                .map(Object::toString)
                .orElse("");
    }

    private String endpointStatus() {
        return endpoint()
                .flatMap(Pairing::observed)
                .map(it -> it.status().text())
                .orElse("");
    }
}
