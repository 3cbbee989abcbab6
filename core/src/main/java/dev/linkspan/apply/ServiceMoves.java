package dev.linkspan.apply;

import dev.linkspan.apply.Move.Ask;
import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.model.Address;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceId;
import dev.linkspan.model.ServiceKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The moves that bring one service to where it should be. */
final class ServiceMoves {

    /** Sendings of one create, each after Atlas was seen not to have the service. */
    private static final int MOST_CREATES = 3;

    private static final String ANOTHER_RUN = "Run plan to see how things stand, then apply again.";

    private final Site site;
    private final Address address;
    private final ProjectId project;
    private final ServiceKey key;
    private final Optional<SortedSet<Region>> remoteRegions;

    ServiceMoves(Site site, Address address, Optional<SortedSet<Region>> remoteRegions) {
        this.site = site;
        this.address = address;
        this.project = Site.project(address);
        this.key = address.service().orElseThrow();
        this.remoteRegions = remoteRegions;
    }

    /** Creates it, or adopts the one that is there already; ends when it is ready. */
    Move create(Function<ObservedService, Move> then) {
        return site.service(address)
                .map(leaving -> awaitGone(leaving, () -> post(MOST_CREATES, then)))
                .orElseGet(() -> post(MOST_CREATES, then));
    }

    /** Sets its remote regions once it is ready; ends when Atlas shows them. */
    Move update(Function<ObservedService, Move> then) {
        return look(id(), found -> found.map(it -> update(it, then)).orElseGet(ServiceMoves::vanished));
    }

    private Move update(ObservedService service, Function<ObservedService, Move> then) {
        return settle(service, site.patience().serviceUnderWay(key.provider()), ready -> putRegions(ready.id(), then));
    }

    private Move putRegions(ServiceId id, Function<ObservedService, Move> then) {
        var wanted = remoteRegions.<SortedSet<Region>>orElseGet(TreeSet::new);
        return Ask.write(
                () -> site.atlas().updateRemoteRegions(project, id, wanted),
                it -> await(
                        id,
                        it.status().text(),
                        site.patience().changedService(),
                        seen -> hasRegions(seen)
                                ? then.apply(seen)
                                : new Stay(seen.status() + ", remote regions not yet as asked for")));
    }

    /** Whether its remote regions are as wanted, if any are. */
    private boolean hasRegions(ObservedService service) {
        return remoteRegions
                .filter(it -> !it.equals(service.remoteRegions().orElseGet(TreeSet::new)))
                .isEmpty();
    }

    /**
     * Waits for one that Atlas is at work on.
     *
     * @param status what was seen of it
     */
    Move awaitReady(String status, Function<ObservedService, Move> then) {
        return await(id(), status, site.patience().serviceUnderWay(key.provider()), then);
    }

    /**
     * Looks whether the service still stands after an endpoint was removed, and creates it again when it went with its last one.
     * That may take Atlas some seconds.
     */
    Move ensureStands(EndpointId removed, Supplier<Move> then, Function<ObservedService, Move> afterCreation) {
        return look(
                id(),
                found -> found.filter(it -> it.health() != Health.LEAVING)
                        .map(it -> Set.of(removed).containsAll(it.endpointIds())
                                ? awaitAftermath(it, then, afterCreation)
                                : then.get())
                        .orElseGet(() -> create(afterCreation)));
    }

    /** The same for a service whose endpoints may all be on their way out by themselves; nothing is waited for once one of them stays. */
    Move outlastEndpoints(ObservedService service, Supplier<Move> then, Function<ObservedService, Move> afterCreation) {
        return service.endpointIds().isEmpty()
                ? then.get()
                : awaitLeaving(
                        service.endpointIds().iterator(),
                        () -> awaitAftermath(service, then, afterCreation),
                        staying -> then.get());
    }

    private Move awaitAftermath(
            ObservedService service, Supplier<Move> then, Function<ObservedService, Move> afterCreation) {
        var departure = Departure.ofService(() -> create(afterCreation), it -> then.get());
        return new Await<>(
                new Question.Services(project, key.provider()),
                service.status().text(),
                site.patience().serviceWithoutEndpoints(),
                seen -> departure.judge(byId(seen, service.id()).filter(it -> it.health() != Health.LEAVING)));
    }

    /** Deletes it once nothing hangs on it; ends when it is gone. */
    Move delete(Supplier<Move> then) {
        return look(id(), found -> found.map(it -> deleteEmpty(it, then)).orElseGet(then));
    }

    /**
     * Deletes it with its endpoints, then creates it anew; leaves one alone that has recovered since it was planned.
     *
     * @param known the endpoints that the plan spoke of; any other stops the replacement
     */
    Move replace(Predicate<EndpointId> known, Function<ObservedService, Move> then) {
        return look(
                id(),
                found -> found.map(it -> switch (it.health()) {
                            case LEAVING -> create(then);
                            case FAILED -> clear(it, known, () -> delete(() -> post(MOST_CREATES, then)));
                            default -> settle(it, site.patience().serviceUnderWay(key.provider()), then);
                        })
                        .orElseGet(() -> create(then)));
    }

    private Move clear(ObservedService service, Predicate<EndpointId> known, Supplier<Move> then) {
        var strangers = service.endpointIds().stream().filter(known.negate()).toList();
        return awaitLeaving(
                strangers.iterator(), () -> clear(service.endpointIds().iterator(), then), ServiceMoves::unplanned);
    }

    private Move clear(Iterator<EndpointId> endpoints, Supplier<Move> then) {
        if (!endpoints.hasNext()) {
            return then.get();
        }
        var endpoint = new EndpointMoves(site, address.endpoint(endpoints.next()));
        return endpoint.delete(() -> clear(endpoints, then));
    }

    private Move deleteEmpty(ObservedService service, Supplier<Move> then) {
        if (service.health() == Health.LEAVING) {
            return awaitGone(service.id(), then);
        }
        if (!service.endpointIds().isEmpty()) {
            return awaitLeaving(
                    service.endpointIds().iterator(), () -> awaitEmpty(service, then), ServiceMoves::unplanned);
        }
        return Ask.write(
                () -> site.atlas().deleteService(project, key.provider(), service.id()),
                wasThere -> wasThere ? awaitGone(service.id(), then) : then.get(),
                problem ->
                        mayBeLeaving(problem) ? awaitGoneIfLeaving(service.id(), problem, then) : End.failed(problem));
    }

    /** Atlas removes some services by itself with their last endpoint, and a delete may come in the middle of that. */
    private Move awaitGoneIfLeaving(ServiceId id, AtlasProblem problem, Supplier<Move> then) {
        return look(
                id,
                found -> found.filter(it -> it.health() != Health.LEAVING).isPresent()
                        ? End.failed(problem)
                        : awaitGone(id, then));
    }

    /**
     * Waits for endpoints that are on their way out already.
     *
     * @param stays follows for the first that is not
     */
    private Move awaitLeaving(Iterator<EndpointId> endpoints, Supplier<Move> then, Function<EndpointId, Move> stays) {
        if (!endpoints.hasNext()) {
            return then.get();
        }
        var endpoint = endpoints.next();
        return new EndpointMoves(site, address.endpoint(endpoint))
                .awaitLeaving(() -> awaitLeaving(endpoints, then, stays), () -> stays.apply(endpoint));
    }

    /** The service may list an endpoint a little longer than Atlas has it. */
    private Move awaitEmpty(ObservedService service, Supplier<Move> then) {
        return new Await<>(
                new Question.Services(project, key.provider()),
                "its endpoints are leaving",
                site.patience().emptiedService(),
                seen -> byId(seen, service.id())
                        .map(it -> it.endpointIds().equals(service.endpointIds())
                                ? new Stay("its endpoints are leaving")
                                : deleteEmpty(it, then))
                        .orElseGet(then));
    }

    private static End unplanned(EndpointId endpoint) {
        return new End.Failure(
                "endpoint " + endpoint + " hangs on it, which the plan did not know of",
                "Somebody added it meanwhile. " + ANOTHER_RUN);
    }

    private Move post(int creates, Function<ObservedService, Move> then) {
        return Ask.write(
                () -> site.atlas().createService(project, key, remoteRegions),
                it -> settle(it, site.patience().newService(key.provider()), then),
                problem -> isWorthALook(problem) ? adopt(problem, creates - 1, then) : End.failed(problem));
    }

    private Move again(AtlasProblem problem, int creates, Function<ObservedService, Move> then) {
        return creates > 0 ? post(creates, then) : End.failed(problem);
    }

    /** Whether a refused delete may mean that the thing is on its way out already. */
    static boolean mayBeLeaving(AtlasProblem problem) {
        return isWorthALook(problem) || problem.kind() == AtlasProblem.Kind.INVALID;
    }

    static boolean isWorthALook(AtlasProblem problem) {
        return problem.isAmbiguous() || problem.kind() == AtlasProblem.Kind.CONFLICT;
    }

    private Move adopt(AtlasProblem problem, int creates, Function<ObservedService, Move> then) {
        return new Confirmation<List<ObservedService>, ObservedService>(
                        new Question.Services(project, key.provider()), this::ofThisKey, problem)
                .move(
                        site.patience(),
                        () -> again(problem, creates, then),
                        service -> service.health() == Health.LEAVING
                                ? awaitGone(service.id(), () -> again(problem, creates, then))
                                : adopted(service, then));
    }

    private Optional<ObservedService> ofThisKey(List<ObservedService> services) {
        var here = services.stream().filter(it -> it.key().equals(key)).toList();
        return here.stream()
                .filter(it -> it.health() != Health.LEAVING)
                .findFirst()
                .or(() -> here.stream().findFirst());
    }

    private Move adopted(ObservedService service, Function<ObservedService, Move> then) {
        site.stands(address, service.id());
        return hasRegions(service)
                ? settle(service, site.patience().serviceUnderWay(key.provider()), then)
                : update(service, then);
    }

    private Move settle(ObservedService service, Schedule schedule, Function<ObservedService, Move> then) {
        site.stands(address, service.id());
        var verdict = verdict(service, then);
        return verdict instanceof Stay stay ? await(service.id(), stay.status(), schedule, then) : verdict;
    }

    private Move await(ServiceId id, String status, Schedule schedule, Function<ObservedService, Move> then) {
        var arrival = new Arrival<ObservedService>(status, it -> verdict(it, then), ServiceMoves::vanished);
        return new Await<>(
                new Question.Services(project, key.provider()),
                status,
                schedule,
                seen -> arrival.judge(byId(seen, id)));
    }

    private Move awaitGone(ServiceId id, Supplier<Move> then) {
        return new Await<>(
                new Question.Services(project, key.provider()),
                "leaving",
                site.patience().leavingService(),
                seen -> byId(seen, id)
                        .<Move>map(it -> new Stay(it.status().text()))
                        .orElseGet(then));
    }

    private Move verdict(ObservedService service, Function<ObservedService, Move> then) {
        return switch (service.health()) {
            case READY -> {
                site.ready(address, service.attachments());
                yield then.apply(service);
            }
            case PENDING, UNKNOWN -> new Stay(service.status().text());
            case FAILED ->
                new End.Failure(
                        "Atlas could not make it: status " + service.status()
                                + service.errorMessage().map(it -> ", " + it).orElse(""),
                        "Plan again: a service that failed and has no endpoints is replaced.");
            case LEAVING -> vanished();
        };
    }

    private static End vanished() {
        return new End.Failure("it was deleted while we waited for it", "Somebody else removed it. " + ANOTHER_RUN);
    }

    private static Optional<ObservedService> byId(List<ObservedService> services, ServiceId id) {
        return services.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private Move look(ServiceId id, Function<Optional<ObservedService>, Move> seen) {
        return Ask.look(() -> site.atlas().service(project, key.provider(), id), seen);
    }

    /** For the applier's own thread: what is sent from a lane has its id with it. */
    private ServiceId id() {
        return site.service(address).orElseThrow();
    }
}
