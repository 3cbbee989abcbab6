package dev.linkspan.audit;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Address;
import dev.linkspan.model.ConnectionStatus;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceStatus;
import java.util.Optional;

/**
 * How a declared thing is, whatever kind of thing it is.
 *
 * @param meaning of the status, but that of a failure once Atlas reports an error, and of a removal once that was asked for
 */
record Condition(Health health, String status, Optional<String> message, StatusMeaning meaning) {

    static Condition of(ObservedService service) {
        var status = service.status();
        var meant = status.health() == service.health() ? status : ServiceStatus.FAILED;
        return new Condition(service.health(), status.text(), service.errorMessage(), StatusMeaning.of(meant));
    }

    static Condition of(ObservedEndpoint endpoint) {
        var status = endpoint.status();
        var health = endpoint.health();
        var overruled = health == Health.LEAVING ? ConnectionStatus.DELETING : ConnectionStatus.FAILED;
        var meant = status.health() == health ? status : overruled;
        return new Condition(health, status.text(), endpoint.failure(), StatusMeaning.of(meant));
    }

    boolean isFailed() {
        return health == Health.FAILED;
    }

    /** Of a thing that is declared; nothing to find where it is ready. */
    Optional<Finding> finding(Address address, String remedy, SourceRef source) {
        return finding(address, Advice.of(remedy, source), Severity.ERROR);
    }

    /** Of a thing that no spec speaks of, which may be meant to go. */
    Optional<Finding> undeclared(Address address, Advice advice) {
        return finding(address, advice, Severity.NOTE);
    }

    private Optional<Finding> finding(Address address, Advice advice, Severity leaving) {
        return switch (health) {
            case READY -> Optional.empty();
            case PENDING -> Optional.of(settling(address, advice));
            case UNKNOWN -> Optional.of(unhealthy(address, Severity.WARNING, advice));
            case FAILED -> Optional.of(unhealthy(address, Severity.ERROR, advice));
            case LEAVING ->
                Optional.of(leaving == Severity.NOTE ? settling(address, advice) : unhealthy(address, leaving, advice));
        };
    }

    private Finding settling(Address address, Advice advice) {
        return finding(Finding.Kind.SETTLING, Severity.NOTE, address, "", advice);
    }

    private Finding unhealthy(Address address, Severity severity, Advice advice) {
        String reported = message.map(it -> " Atlas says: " + it).orElse("");
        return finding(Finding.Kind.UNHEALTHY, severity, address, reported, advice);
    }

    private Finding finding(Finding.Kind kind, Severity severity, Address address, String more, Advice advice) {
        String summary = "This " + Words.noun(address) + " is " + status + ". " + meaning.meaning() + more;
        var evidence = Evidence.status(ConnectionStatus.AVAILABLE.text(), status, message);
        return new Finding(kind, severity, address, summary, evidence, advice);
    }
}
