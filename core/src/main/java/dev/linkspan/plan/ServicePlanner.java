package dev.linkspan.plan;

import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.AttachmentGap;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans one service and its endpoints. */
final class ServicePlanner {

    private static final String LAST_ENDPOINT =
            "It is the service's last endpoint: Atlas may remove the service with it. Linkspan looks afterwards and creates the"
                    + " service again if it is gone; the new one has another name, to which endpoints in the cloud must be"
                    + " connected anew.";

    private static final String MAKES_ROOM =
            "A port-mapped service takes one endpoint: this one goes before the new one comes, and its connections are cut meanwhile.";

    private final ComparedService compared;
    private final Permission permission;

    ServicePlanner(ComparedService compared, Permission permission) {
        this.compared = compared;
        this.permission = permission;
    }

    /**
     * The steps for one service.
     *
     * @param service empty when nobody needs to hear of it
     */
    record Planned(Optional<Step> service, List<Step> endpoints) {}

    Planned plan() {
        var service = compared.service().match(new ServiceCases());
        var cases = new EndpointCases(service);
        var endpoints = new ArrayList<Step>();
        boolean isLastLeaving = compared.service().declared().isPresent();
        for (var pairing : compared.endpoints()) {
            var step = pairing.match(cases);
            step.ifPresent(endpoints::add);
            isLastLeaving &= !stays(pairing, step);
        }
        var safe = withoutRashDeletes(endpoints);
        return new Planned(service, noted(safe, isLastLeaving));
    }

    /** While a declared endpoint is held, an old one may be what carries its traffic. */
    private static List<Step> withoutRashDeletes(List<Step> endpoints) {
        boolean isHeld = endpoints.stream().anyMatch(it -> it instanceof Step.Hold && it.isPending());
        return !isHeld
                ? endpoints
                : endpoints.stream()
                        .map(it -> it instanceof Step.Delete
                                ? new Step.Hold(
                                        it.address(), it.subject(), Optional.of(Action.DELETE), Reasons.SIBLING_HELD)
                                : it)
                        .toList();
    }

    /** Whether the service has this endpoint while others are taken away: new ones come first where there is room for them. */
    private boolean stays(Pairing<DeclaredEndpoint, ObservedEndpoint> pairing, Optional<Step> step) {
        boolean isTakenAway = step.filter(it -> it instanceof Step.Replace || it instanceof Step.Delete)
                .isPresent();
        boolean isNew = !takesOneEndpoint()
                && step.filter(Step.Create.class::isInstance).isPresent();
        return !isTakenAway && (isNew || isStaying(pairing));
    }

    private static boolean isStaying(Pairing<DeclaredEndpoint, ObservedEndpoint> pairing) {
        return pairing.observed().filter(it -> it.health() != Health.LEAVING).isPresent();
    }

    private List<Step> noted(List<Step> endpoints, boolean isLastLeaving) {
        var notes = new ArrayList<String>();
        if (takesOneEndpoint() && endpoints.stream().anyMatch(Step.Create.class::isInstance)) {
            notes.add(MAKES_ROOM);
        }
        if (isLastLeaving) {
            notes.add(LAST_ENDPOINT);
        }
        return endpoints.stream().map(it -> noted(it, notes)).toList();
    }

    private static Step noted(Step step, List<String> notes) {
        if (step instanceof Step.Delete it) {
            return new Step.Delete(it.address(), it.subject(), it.reason(), notes);
        }
        return step instanceof Step.Replace it
                ? new Step.Replace(it.address(), it.subject(), it.differences(), it.reason(), notes)
                : step;
    }

    private boolean takesOneEndpoint() {
        return compared.address().service().orElseThrow().isPortMapped();
    }

    private Subject subject() {
        return new Subject.Service(
                compared.service().observed().map(ObservedService::id),
                compared.service().declared().flatMap(DeclaredService::remoteRegions));
    }

    private Optional<ServiceId> serviceId() {
        return compared.service().observed().map(ObservedService::id);
    }

    private boolean isProtected() {
        return compared.service().declared().map(DeclaredService::isProtected).orElse(false);
    }

    private boolean isAnyEndpointProtected() {
        return compared.endpoints().stream()
                .filter(it -> !(it instanceof Pairing.OnlyDeclared))
                .flatMap(it -> it.declared().stream())
                .anyMatch(DeclaredEndpoint::isProtected);
    }

    private Step.Hold hold(Pairing<?, ?> pairing, Subject subject, Action wanted, Reason reason) {
        return new Step.Hold(pairing.address(), subject, Optional.of(wanted), reason);
    }

    private static Step.Keep kept(Pairing<?, ?> pairing, Subject subject, Health health, String status) {
        var reason = switch (health) {
            case PENDING -> Reasons.SETTLING;
            case UNKNOWN -> Reasons.UNKNOWN_STATUS;
            default -> Reasons.AS_DECLARED;
        };
        return new Step.Keep(pairing.address(), subject, reason, status, reason != Reasons.AS_DECLARED);
    }

    private Optional<Step> unmanaged(Pairing<?, ?> pairing, Subject subject, Health health) {
        if (permission.ignoresUnmanaged() || health == Health.LEAVING) {
            return Optional.empty();
        }
        return Optional.of(permission
                .refusesUnmanagedDelete(isProtected())
                .<Step>map(it -> hold(pairing, subject, Action.DELETE, it))
                .orElseGet(() -> new Step.Delete(pairing.address(), subject, Reasons.UNMANAGED, List.of())));
    }

    private final class ServiceCases implements Pairing.Cases<DeclaredService, ObservedService, Optional<Step>> {

        @Override
        public Optional<Step> onlyDeclared(Pairing.OnlyDeclared<DeclaredService, ObservedService> it) {
            return Optional.of(new Step.Create(it.address(), subject(), Reasons.ABSENT));
        }

        @Override
        public Optional<Step> onlyObserved(Pairing.OnlyObserved<DeclaredService, ObservedService> it) {
            return unmanaged(it, subject(), it.found().health());
        }

        @Override
        public Optional<Step> matched(Pairing.Matched<DeclaredService, ObservedService> it) {
            return Optional.of(
                    switch (it.found().health()) {
                        case FAILED -> replace(it);
                        case LEAVING -> new Step.Create(it.address(), subject(), Reasons.BEING_DELETED);
                        default -> updateOrKeep(it);
                    });
        }

        @Override
        public Optional<Step> unseen(Pairing.Unseen<DeclaredService, ObservedService> it) {
            return Optional.of(new Step.Hold(it.address(), subject(), Optional.empty(), Reasons.UNSEEN));
        }

        private Step updateOrKeep(Pairing.Matched<DeclaredService, ObservedService> it) {
            if (!it.differences().isEmpty()) {
                return new Step.Update(it.address(), subject(), it.differences(), Reasons.DIFFERS, List.of());
            }
            String status = it.found().status().text();
            return compared.isLosingItsLastEndpoint() && it.found().health() == Health.READY
                    ? new Step.Keep(it.address(), subject(), Reasons.LAST_ENDPOINT_LEAVING, status, true)
                    : kept(it, subject(), it.found().health(), status);
        }

        private Step replace(Pairing.Matched<DeclaredService, ObservedService> it) {
            boolean hasForeign = compared.endpoints().stream()
                    .anyMatch(endpoint -> endpoint.declared().isEmpty());
            int endpoints = it.found().endpointIds().size();
            return permission
                    .refusesServiceReplace(
                            it.address(), isProtected() || isAnyEndpointProtected(), endpoints, hasForeign)
                    .<Step>map(reason -> hold(it, subject(), Action.REPLACE, reason))
                    .orElseGet(
                            () -> new Step.Replace(
                                    it.address(),
                                    subject(),
                                    List.of(),
                                    Reasons.failed(
                                            it.found().status().text(),
                                            it.found().errorMessage()),
                                    List.of(
                                            "The new service has another name; endpoints in the cloud must be connected to it anew.")));
        }
    }

    private final class EndpointCases implements Pairing.Cases<DeclaredEndpoint, ObservedEndpoint, Optional<Step>> {

        private final boolean isServiceHeld;
        private final boolean isServiceNew;

        EndpointCases(Optional<Step> service) {
            this.isServiceHeld = service.filter(Step.Hold.class::isInstance).isPresent();
            this.isServiceNew = service.filter(it -> it instanceof Step.Replace || it instanceof Step.Create)
                    .isPresent();
        }

        @Override
        public Optional<Step> onlyDeclared(Pairing.OnlyDeclared<DeclaredEndpoint, ObservedEndpoint> it) {
            return Optional.of(create(it, Reasons.ABSENT));
        }

        @Override
        public Optional<Step> onlyObserved(Pairing.OnlyObserved<DeclaredEndpoint, ObservedEndpoint> it) {
            return unmanaged(it, subject(it), it.found().health());
        }

        @Override
        public Optional<Step> matched(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            if (isServiceNew) {
                return Optional.of(create(it, Reasons.SERVICE_REPLACED));
            }
            return Optional.of(
                    switch (it.found().health()) {
                        case FAILED -> repair(it);
                        case LEAVING -> create(it, Reasons.BEING_DELETED);
                        default -> it.differences().isEmpty() ? keep(it) : change(it);
                    });
        }

        @Override
        public Optional<Step> unseen(Pairing.Unseen<DeclaredEndpoint, ObservedEndpoint> it) {
            return it.declared()
                    .map(declared -> new Step.Hold(it.address(), subject(it), Optional.empty(), Reasons.UNSEEN));
        }

        private Step create(Pairing<DeclaredEndpoint, ObservedEndpoint> it, Reason reason) {
            return serviceRefuses(it)
                    .or(this::occupied)
                    .<Step>map(refusal -> hold(it, subject(it), Action.CREATE, refusal))
                    .orElseGet(() -> new Step.Create(it.address(), subject(it), reason));
        }

        /** Why the service cannot take this endpoint, as it stands. */
        private Optional<Reason> serviceRefuses(Pairing<DeclaredEndpoint, ObservedEndpoint> it) {
            return isServiceHeld
                    ? Optional.of(Reasons.SERVICE_HELD)
                    : attachmentGap(it).map(Reasons::attachmentGap);
        }

        /** Of a service that is yet to come, nobody knows how many attachments it will have. */
        private Optional<AttachmentGap> attachmentGap(Pairing<DeclaredEndpoint, ObservedEndpoint> it) {
            return compared.service()
                    .observed()
                    .filter(service -> !isServiceNew && service.health() == Health.READY)
                    .flatMap(service -> it.declared()
                            .flatMap(wanted -> AttachmentGap.between(wanted.attributes(), service.attachments())));
        }

        /** Where a service takes one endpoint: another that is not about to go. */
        private Optional<Reason> occupied() {
            if (isServiceNew || !takesOneEndpoint()) {
                return Optional.empty();
            }
            return compared.endpoints().stream()
                    .filter(it -> it.declared().isEmpty())
                    .filter(it -> it instanceof Pairing.Unseen || isStaying(it))
                    .filter(it ->
                            it.match(this).filter(Step.Delete.class::isInstance).isEmpty())
                    .map(it -> Reasons.occupied(it.address().endpoint().orElseThrow(), it instanceof Pairing.Unseen))
                    .findFirst();
        }

        /** On a service that is yet to come: the id of the one it replaces must not be written to. */
        private Subject subject(Pairing<DeclaredEndpoint, ObservedEndpoint> it) {
            return new Subject.Endpoint(
                    isServiceNew ? Optional.empty() : serviceId(),
                    it.declared().map(DeclaredEndpoint::attributes).orElse(EndpointAttributes.NONE));
        }

        private Step keep(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            return kept(
                    it, subject(it), it.found().health(), it.found().status().text());
        }

        private Step repair(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            var why = Reasons.failed(it.found().status().text(), it.found().failure());
            return replace(it, why, permission.refusesEndpointReplace(it.address(), it.found(), isProtected(it)));
        }

        private Step change(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            return replace(it, Reasons.NOT_IN_PLACE, permission.refusesEndpointChange(isProtected(it)));
        }

        private Step replace(
                Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it, Reason why, Optional<Reason> refusal) {
            return serviceRefuses(it)
                    .or(() -> refusal)
                    .<Step>map(reason -> hold(it, subject(it), Action.REPLACE, reason))
                    .orElseGet(() -> new Step.Replace(it.address(), subject(it), it.differences(), why, List.of()));
        }

        private boolean isProtected(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            return ServicePlanner.this.isProtected() || it.wanted().isProtected();
        }
    }
}
