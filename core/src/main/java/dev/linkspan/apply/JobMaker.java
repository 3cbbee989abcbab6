package dev.linkspan.apply;

import dev.linkspan.apply.Move.Ask;
import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.model.Address;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns steps into jobs. */
final class JobMaker {

    private final Site site;
    private final Map<Address, Step> steps = new HashMap<>();
    private final Map<Address, Set<EndpointId>> planned = new HashMap<>();

    JobMaker(Plan plan, Site site) {
        this.site = site;
        for (var step : plan.steps()) {
            steps.put(step.address(), step);
            step.address()
                    .endpoint()
                    .ifPresent(it -> planned.computeIfAbsent(step.address().parent(), address -> new HashSet<>())
                            .add(it));
            if (step.subject() instanceof Subject.Service service) {
                service.id().ifPresent(it -> site.stands(step.address(), it));
            } else if (step.subject() instanceof Subject.Endpoint endpoint) {
                endpoint.service().ifPresent(it -> site.stands(step.address().parent(), it));
            }
        }
    }

    /** Nothing for a step that is held, or that is as it should be. */
    Optional<Job> job(Step step) {
        var job = work(step);
        return job.isEmpty()
                ? job
                : postponement(step).map(why -> Job.postponed(step, why)).or(() -> job);
    }

    /** Why a run that waits for nothing leaves the step to another: it would take away what nobody then brings back. */
    private Optional<String> postponement(Step step) {
        if (!site.patience().isNone()) {
            return Optional.empty();
        }
        if (step instanceof Step.Replace) {
            return Optional.of("a replacement takes it away first, and only a run that waits adds it again");
        }
        return step instanceof Step.Delete && takesLastEndpoint(step.address())
                ? Optional.of("its service may go with its last endpoint, and only a run that waits looks after that")
                : Optional.empty();
    }

    /** Whether nothing stays on its service meanwhile; where there is room for one endpoint, a new one has yet to come. */
    private boolean takesLastEndpoint(Address address) {
        boolean takesOne = address.service().filter(ServiceKey::isPortMapped).isPresent();
        return address.kind() == Address.Kind.ENDPOINT
                && isToStand(address.parent())
                && steps.values().stream()
                        .filter(it -> it.address().kind() == Address.Kind.ENDPOINT
                                && it.address().parent().equals(address.parent()))
                        .allMatch(it -> it instanceof Step.Delete || takesOne && it instanceof Step.Create);
    }

    private Optional<Job> work(Step step) {
        return switch (step.address().kind()) {
            case REGIONAL_MODE -> regionalMode(step);
            case SERVICE -> service(step);
            case ENDPOINT -> endpoint(step);
            default -> throw new IllegalStateException("a plan has no step for " + step.address());
        };
    }

    private Optional<Job> regionalMode(Step step) {
        if (!step.isChange()) {
            return Optional.empty();
        }
        boolean wanted = ((Subject.RegionalMode) step.subject()).isEnabled();
        var project = Site.project(step.address());
        var confirmed = new Await<>(
                new Question.RegionalMode(project),
                "switching",
                site.patience().changedService(),
                found -> found == wanted ? End.done() : new Stay(found ? "enabled" : "disabled"));
        return Optional.of(new Job(
                step,
                () -> Ask.write(
                        () -> {
                            site.atlas().setRegionalMode(project, wanted);
                            return wanted;
                        },
                        done -> confirmed)));
    }

    private Optional<Job> service(Step step) {
        var moves = serviceMoves(step);
        return step.match(new WhereWorkIsDue(step) {
            @Override
            Move create() {
                return moves.create(JobMaker::ready);
            }

            @Override
            Move update() {
                return moves.update(outlasting(step, moves));
            }

            @Override
            Move replace() {
                return moves.replace(planned.getOrDefault(step.address(), Set.of())::contains, JobMaker::ready);
            }

            @Override
            Move delete() {
                return moves.delete(End::done);
            }

            @Override
            Move settle(String status) {
                return moves.awaitReady(status, outlasting(step, moves));
            }
        });
    }

    /** What is left of a service that has none but leaving endpoints is only seen once they have gone. Those with steps see to it themselves. */
    private Function<ObservedService, Move> outlasting(Step step, ServiceMoves moves) {
        return planned.containsKey(step.address())
                ? JobMaker::ready
                : seen -> moves.outlastEndpoints(
                        seen,
                        () -> ready(seen),
                        again -> End.done(again.status().text(), createdAgain(again)));
    }

    private Optional<Job> endpoint(Step step) {
        var moves = new EndpointMoves(site, step.address(), ((Subject.Endpoint) step.subject()).attributes());
        return step.match(new WhereWorkIsDue(step) {
            @Override
            Move create() {
                return moves.create(JobMaker::connected, () -> createAgain(step.address(), moves));
            }

            @Override
            Move replace() {
                return moves.deleteUnfit(() -> createAgain(step.address(), moves), JobMaker::connected);
            }

            @Override
            Move delete() {
                return moves.delete(
                        () -> standing(step.address(), remark -> remark.isEmpty() ? End.done() : End.done(remark)));
            }

            @Override
            Move settle(String status) {
                return moves.awaitReady(status, JobMaker::connected);
            }
        });
    }

    /** After it has gone, and its service perhaps with it. */
    private Move createAgain(Address endpoint, EndpointMoves moves) {
        return standing(endpoint, remark -> {
            Function<ObservedEndpoint, Move> connected = it ->
                    remark.isEmpty() ? connected(it) : End.done(it.status().text(), remark);
            return moves.create(connected, () -> moves.create(connected, EndpointMoves::vanished));
        });
    }

    /** Keeps a declared service from going with this endpoint; the remark says so where it had to be made again. */
    private Move standing(Address removed, Function<String, Move> then) {
        if (!isToStand(removed.parent())) {
            return then.apply("");
        }
        return serviceMoves(steps.get(removed.parent()))
                .ensureStands(
                        removed.endpoint().orElseThrow(),
                        () -> then.apply(""),
                        again -> then.apply(createdAgain(again)));
    }

    private static String createdAgain(ObservedService service) {
        return "the service went with its last endpoint and was created again"
                + name(service).map(it -> " as " + it).orElse("");
    }

    private boolean isToStand(Address service) {
        var step = steps.get(service);
        return step != null && !(step instanceof Step.Delete) && !(step instanceof Step.Hold);
    }

    private ServiceMoves serviceMoves(Step step) {
        return new ServiceMoves(site, step.address(), ((Subject.Service) step.subject()).remoteRegions());
    }

    private static End ready(ObservedService service) {
        return name(service)
                .map(it -> End.done(service.status().text(), it))
                .orElseGet(() -> End.done(service.status().text()));
    }

    /** What endpoints connect to; of many, their number. */
    private static Optional<String> name(ObservedService service) {
        int count = service.attachments().size();
        return count > 1
                ? Optional.of(count + " service attachments")
                : service.attachments().stream().findFirst();
    }

    private static End connected(ObservedEndpoint endpoint) {
        return End.done(endpoint.status().text());
    }

    /** A job for each kind of step that has work; what a subject cannot do never stands in a plan. */
    private abstract static class WhereWorkIsDue implements Step.Cases<Optional<Job>> {

        private final Step step;

        WhereWorkIsDue(Step step) {
            this.step = step;
        }

        abstract Move create();

        Move update() {
            throw new IllegalStateException("a plan never updates " + step.address());
        }

        abstract Move replace();

        abstract Move delete();

        abstract Move settle(String status);

        @Override
        public Optional<Job> create(Step.Create it) {
            return Optional.of(new Job(it, this::create));
        }

        @Override
        public Optional<Job> update(Step.Update it) {
            return Optional.of(new Job(it, this::update));
        }

        @Override
        public Optional<Job> replace(Step.Replace it) {
            return Optional.of(new Job(it, this::replace));
        }

        @Override
        public Optional<Job> delete(Step.Delete it) {
            return Optional.of(new Job(it, this::delete));
        }

        @Override
        public Optional<Job> hold(Step.Hold it) {
            return Optional.empty();
        }

        @Override
        public Optional<Job> keep(Step.Keep it) {
            return it.isSettling() ? Optional.of(new Job(it, () -> settle(it.status()))) : Optional.empty();
        }
    }
}
