package dev.linkspan.audit;

import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Address;
import dev.linkspan.model.AttachmentGap;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Audits one service and its endpoints. */
final class ServiceAudit {

    private final DeclaredProject project;
    private final ComparedService compared;

    ServiceAudit(DeclaredProject project, ComparedService compared) {
        this.project = project;
        this.compared = compared;
    }

    List<Finding> findings() {
        var endpoints = compared.endpoints().stream().flatMap(it -> it.match(new EndpointCases()));
        return Stream.concat(compared.service().match(new ServiceCases()), endpoints)
                .toList();
    }

    private Optional<DeclaredService> declared() {
        return compared.service().declared();
    }

    private boolean isProtected() {
        return project.isProtected()
                || declared().map(DeclaredService::isProtected).orElse(false);
    }

    private SourceRef nearestSource() {
        return declared().map(DeclaredService::source).orElseGet(project::source);
    }

    private final class ServiceCases implements Pairing.Cases<DeclaredService, ObservedService, Stream<Finding>> {

        @Override
        public Stream<Finding> onlyDeclared(Pairing.OnlyDeclared<DeclaredService, ObservedService> it) {
            return Stream.of(Drift.missing(
                    it.address(),
                    Advice.of(Remedies.MISSING_SERVICE, it.wanted().source())));
        }

        @Override
        public Stream<Finding> onlyObserved(Pairing.OnlyObserved<DeclaredService, ObservedService> it) {
            if (it.found().health() == Health.LEAVING) {
                return Stream.empty();
            }
            var snippet = SpecSnippet.service(project.ref(), it.found(), endpointsThere());
            String wayIn = snippet.isPresent() ? "Declare it as below." : "Declare it in a spec.";
            String remedy = Remedies.unmanaged(project, isProtected(), wayIn);
            return Stream.of(Drift.unmanaged(
                    it.address(), it.found().status().text(), Advice.of(remedy, nearestSource(), snippet)));
        }

        @Override
        public Stream<Finding> matched(Pairing.Matched<DeclaredService, ObservedService> it) {
            var condition = Condition.of(it.found());
            String advice = condition.meaning().advice();
            String remedy = condition.isFailed()
                    ? Remedies.failedService(
                            it.address(), it.found().endpointIds().size(), advice, isProtected())
                    : advice;
            var state = condition.finding(it.address(), remedy, it.wanted().source());
            boolean isDrift =
                    condition.health() != Health.LEAVING && !it.differences().isEmpty();
            var ended = Deprecation.of(
                    it.address(),
                    it.found(),
                    Advice.of(Remedies.MIGRATE, it.wanted().source()));
            boolean isLosingItsLast = condition.health() == Health.READY && compared.isLosingItsLastEndpoint();
            var last = isLosingItsLast
                    ? Stream.of(LastEndpoint.leaving(
                            it.address(),
                            Advice.of(Remedies.OUTLAST_ENDPOINT, it.wanted().source())))
                    : Stream.<Finding>empty();
            return Stream.of(
                            state.stream(),
                            isDrift ? Stream.of(changed(it)) : Stream.<Finding>empty(),
                            ended.stream(),
                            last)
                    .flatMap(findings -> findings);
        }

        @Override
        public Stream<Finding> unseen(Pairing.Unseen<DeclaredService, ObservedService> it) {
            return Stream.empty();
        }

        private Finding changed(Pairing.Matched<DeclaredService, ObservedService> it) {
            var snippet = it.found().remoteRegions().flatMap(SpecSnippet::remoteRegions);
            String remedy = snippet.isPresent() ? Remedies.CHANGED : Remedies.REMOTE_REGIONS_LEFT_OUT;
            return Drift.changed(it, Advice.of(remedy, it.wanted().source(), snippet));
        }

        private List<ObservedEndpoint> endpointsThere() {
            return compared.endpoints().stream()
                    .flatMap(it -> it.observed().stream())
                    .filter(it -> it.health() != Health.LEAVING)
                    .toList();
        }
    }

    private final class EndpointCases implements Pairing.Cases<DeclaredEndpoint, ObservedEndpoint, Stream<Finding>> {

        @Override
        public Stream<Finding> onlyDeclared(Pairing.OnlyDeclared<DeclaredEndpoint, ObservedEndpoint> it) {
            return Stream.of(Drift.missing(
                    it.address(), Advice.of(missing(it.wanted()), it.wanted().source())));
        }

        private String missing(DeclaredEndpoint wanted) {
            return compared.service()
                    .observed()
                    .filter(it -> it.health() == Health.READY)
                    .flatMap(it -> AttachmentGap.between(wanted.attributes(), it.attachments()))
                    .map(Remedies::attachmentGap)
                    .orElse(Remedies.MISSING_ENDPOINT);
        }

        @Override
        public Stream<Finding> onlyObserved(Pairing.OnlyObserved<DeclaredEndpoint, ObservedEndpoint> it) {
            if (it.found().health() == Health.LEAVING) {
                return Stream.empty();
            }
            var snippet = declared().flatMap(service -> SpecSnippet.endpoint(it.found()));
            String remedy = Remedies.unmanaged(project, isProtected(), wayIn(snippet));
            return Stream.of(Drift.unmanaged(
                    it.address(), it.found().status().text(), Advice.of(remedy, nearestSource(), snippet)));
        }

        @Override
        public Stream<Finding> matched(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            var condition = Condition.of(it.found());
            String advice = condition.meaning().advice();
            String remedy = condition.isFailed()
                    ? Remedies.protectedOr(advice, isProtected() || it.wanted().isProtected())
                    : advice;
            var state = condition.finding(it.address(), remedy, it.wanted().source());
            boolean isDrift =
                    condition.health() != Health.LEAVING && !it.differences().isEmpty();
            var last = condition.isFailed() || isDrift
                    ? lastEndpoint(it.address(), it.wanted().source())
                    : Stream.<Finding>empty();
            return Stream.of(state.stream(), isDrift ? Stream.of(changed(it)) : Stream.<Finding>empty(), last)
                    .flatMap(findings -> findings);
        }

        /** Mending it means removing it. */
        private Stream<Finding> lastEndpoint(Address endpoint, SourceRef source) {
            return compared.service().observed().stream()
                    .flatMap(it ->
                            LastEndpoint.of(endpoint, it, Advice.of(Remedies.ADD_BEFORE_REMOVING, source)).stream());
        }

        private Finding changed(Pairing.Matched<DeclaredEndpoint, ObservedEndpoint> it) {
            String remedy = Remedies.protectedOr(
                    Remedies.CHANGED_ENDPOINT, isProtected() || it.wanted().isProtected());
            return Drift.changed(it, Advice.of(remedy, it.wanted().source(), SpecSnippet.endpoint(it.found())));
        }

        @Override
        public Stream<Finding> unseen(Pairing.Unseen<DeclaredEndpoint, ObservedEndpoint> it) {
            return Stream.empty();
        }

        private String wayIn(Optional<String> snippet) {
            if (declared().isEmpty()) {
                return "Declare it together with its service.";
            }
            return snippet.isPresent()
                    ? "Add the line below to its service's block."
                    : "Add it to its service's block.";
        }
    }
}
