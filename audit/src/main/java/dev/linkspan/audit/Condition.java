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
        return new Condition(health, status.text(), endpoint.errorMessage(), StatusMeaning.of(meant));
    }

    boolean isFailed() {
        return health == Health.FAILED;
    }

    /** Nothing to find where it is ready. */
    Optional<Finding> finding(Address address, String remedy, SourceRef source) {
        var advice = Advice.of(remedy, source);
        return switch (health) {
            case READY -> Optional.empty();
            case PENDING -> Optional.of(new Finding.Settling(address, status, meaning.meaning(), advice));
            case UNKNOWN -> Optional.of(unhealthy(address, Severity.WARNING, advice));
            case FAILED, LEAVING -> Optional.of(unhealthy(address, Severity.ERROR, advice));
        };
    }

    private Finding unhealthy(Address address, Severity severity, Advice advice) {
        return new Finding.Unhealthy(address, severity, status, message, meaning.meaning(), advice);
    }
}
