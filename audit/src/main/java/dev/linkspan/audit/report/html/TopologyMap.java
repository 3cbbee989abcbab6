package dev.linkspan.audit.report.html;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Shape;
import dev.linkspan.audit.State;
import dev.linkspan.model.Address;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Projects, their services, and the endpoints of these, each with its state.
 *
 * @param leftOut how many more projects were audited
 */
record TopologyMap(List<Project> unwell, List<Project> well, int leftOut) {

    record Project(String name, String id, List<Service> services) {

        boolean isWell() {
            return services.stream().allMatch(Service::isWell);
        }

        int endpoints() {
            return services.stream().mapToInt(it -> it.endpoints().size()).sum();
        }
    }

    record Service(Node node, List<Node> endpoints) {

        boolean isWell() {
            return Stream.concat(Stream.of(node), endpoints.stream()).allMatch(it -> it.state() == State.READY);
        }
    }

    /**
     * A service or an endpoint.
     *
     * @param label short enough for a picture
     * @param address all of it
     * @param status Atlas's word, or what Linkspan calls it where Atlas has none
     * @param anchor of a finding about it, or empty
     */
    record Node(State state, String label, String address, String status, String anchor) {}

    static TopologyMap of(AuditReport report, FindingTable findings) {
        var anchors = findings.anchors();
        var projects = report.topology().projects().stream()
                .map(it -> project(it, anchors))
                .toList();
        return new TopologyMap(
                projects.stream().filter(it -> !it.isWell()).toList(),
                projects.stream().filter(Project::isWell).toList(),
                report.topology().leftOut());
    }

    private static Project project(Shape shape, Map<String, String> anchors) {
        String id = Shown.line(shape.project().value());
        return new Project(
                shape.name().map(Shown::line).orElse(id),
                id,
                shape.services().stream().map(it -> service(it, anchors)).toList());
    }

    private static Service service(Shape.Service service, Map<String, String> anchors) {
        var address = service.address();
        String label = HealthChart.name(address.provider().orElseThrow()) + " "
                + address.service().orElseThrow();
        return new Service(
                node(address, label, service.state(), service.status(), anchors),
                service.endpoints().stream()
                        .map(it -> node(
                                it.address(),
                                Shown.lastPart(
                                        it.address().endpoint().orElseThrow().value()),
                                it.state(),
                                it.status(),
                                anchors))
                        .toList());
    }

    private static Node node(Address address, String label, State state, String status, Map<String, String> anchors) {
        String shown = Shown.line(address.toString());
        return new Node(
                state,
                Shown.line(label),
                shown,
                Shown.line(status.isEmpty() ? StateCount.words(state) : status),
                anchors.getOrDefault(shown, ""));
    }
}
