package dev.linkspan.apply;

import dev.linkspan.apply.Move.Ask;
import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.model.Address;
import dev.linkspan.model.AttachmentGap;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ServiceId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The moves that bring one endpoint to where it should be. */
final class EndpointMoves {

    /** Sendings of one create, each after Atlas was seen not to have the endpoint. */
    private static final int MOST_CREATES = 3;

    private static final End OTHERWISE = new End.Failure(
            "it is there with other values than declared",
            "Somebody else added it. Run plan to see how things stand, then apply again, which replaces it.");

    private final Site site;
    private final Address address;
    private final ProjectId project;
    private final EndpointId endpoint;
    private final EndpointAttributes attributes;

    /** One that is only to be removed. */
    EndpointMoves(Site site, Address address) {
        this(site, address, EndpointAttributes.NONE);
    }

    EndpointMoves(Site site, Address address, EndpointAttributes attributes) {
        this.site = site;
        this.address = address;
        this.project = Site.project(address);
        this.endpoint = address.endpoint().orElseThrow();
        this.attributes = attributes;
    }

    /**
     * Registers it, or adopts the one that is there already; ends when Atlas says it is connected.
     *
     * @param gone follows when there was one on its way out, and it has gone
     */
    Move create(Function<ObservedEndpoint, Move> then, Supplier<Move> gone) {
        return post(MOST_CREATES, then, gone);
    }

    /**
     * Waits for one that Atlas is at work on.
     *
     * @param status what was seen of it
     */
    Move awaitReady(String status, Function<ObservedEndpoint, Move> then) {
        return awaitReady(status, site.patience().endpointUnderWay(), then);
    }

    /** Removes it; ends when it is gone. */
    Move delete(Supplier<Move> then) {
        return delete(then, EndpointMoves::present);
    }

    private Move delete(Supplier<Move> then, Function<ObservedEndpoint, Move> stays) {
        var service = service();
        return Ask.write(
                () -> site.atlas().deleteEndpoint(project, service, endpoint),
                wasThere -> wasThere ? awaitGone(then, stays) : then.get(),
                problem -> ServiceMoves.mayBeLeaving(problem)
                        ? awaitLeaving(then, () -> End.failed(problem))
                        : End.failed(problem));
    }

    /**
     * Removes one that failed or has other values; goes on once it is gone. One that has recovered since it was planned stays, and
     * so does one that somebody else has replaced.
     *
     * @param recovered takes it once it is connected
     */
    Move deleteUnfit(Supplier<Move> then, Function<ObservedEndpoint, Move> recovered) {
        return attachmentGap().orElseGet(() -> removeUnfit(then, recovered));
    }

    private Move removeUnfit(Supplier<Move> then, Function<ObservedEndpoint, Move> recovered) {
        Function<ObservedEndpoint, Move> settling =
                it -> settle(it, site.patience().endpointUnderWay(), recovered);
        return look(found -> found.map(it -> switch (it.health()) {
                    case FAILED -> delete(then, settling);
                    case LEAVING -> awaitGone(then, settling);
                    default -> attributes.agreesWith(it.attributes()) ? settling.apply(it) : delete(then, settling);
                })
                .orElseGet(then));
    }

    /** Waits for one that is leaving, without asking for its removal. */
    Move awaitLeaving(Supplier<Move> gone, Supplier<Move> stays) {
        return look(found -> found.map(
                        it -> it.health() == Health.LEAVING ? awaitGone(gone, again -> stays.get()) : stays.get())
                .orElseGet(gone));
    }

    private Move look(Function<Optional<ObservedEndpoint>, Move> seen) {
        var service = service();
        return Ask.look(() -> site.atlas().endpoint(project, service, endpoint), seen);
    }

    private Move post(int creates, Function<ObservedEndpoint, Move> then, Supplier<Move> gone) {
        return attachmentGap().orElseGet(() -> send(creates, then, gone));
    }

    /** A service that became ready in this run may have another number of attachments than anybody could know before. */
    private Optional<Move> attachmentGap() {
        return AttachmentGap.between(attributes, site.attachments(address.parent()))
                .map(it -> new End.Failure(
                        it.what() + "; it was not sent",
                        "In the spec, " + it.wayOut() + "; then plan and apply again."));
    }

    private Move send(int creates, Function<ObservedEndpoint, Move> then, Supplier<Move> gone) {
        var service = service();
        return Ask.write(
                () -> site.atlas().createEndpoint(project, service, endpoint, attributes),
                it -> it.health() == Health.LEAVING
                        ? awaitGone(gone, found -> settle(found, site.patience().endpointUnderWay(), then))
                        : settle(it, site.patience().newEndpoint(), then),
                problem -> ServiceMoves.isWorthALook(problem)
                        ? adopt(problem, creates - 1, then, gone)
                        : End.failed(problem));
    }

    private Move again(AtlasProblem problem, int creates, Function<ObservedEndpoint, Move> then, Supplier<Move> gone) {
        return creates > 0 ? post(creates, then, gone) : End.failed(problem);
    }

    private Move adopt(AtlasProblem problem, int creates, Function<ObservedEndpoint, Move> then, Supplier<Move> gone) {
        Function<ObservedEndpoint, Move> settling =
                it -> settle(it, site.patience().endpointUnderWay(), then);
        return new Confirmation<Optional<ObservedEndpoint>, ObservedEndpoint>(question(), it -> it, problem)
                .move(
                        site.patience(),
                        () -> again(problem, creates, then, gone),
                        found -> found.health() == Health.LEAVING ? awaitGone(gone, settling) : settling.apply(found));
    }

    private Move settle(ObservedEndpoint found, Schedule schedule, Function<ObservedEndpoint, Move> then) {
        var verdict = verdict(found, then);
        return verdict instanceof Stay stay ? awaitReady(stay.status(), schedule, then) : verdict;
    }

    private Move awaitReady(String status, Schedule schedule, Function<ObservedEndpoint, Move> then) {
        return new Await<>(
                question(),
                status,
                schedule,
                new Arrival<ObservedEndpoint>(status, it -> verdict(it, then), EndpointMoves::vanished)::judge);
    }

    private Move awaitGone(Supplier<Move> then, Function<ObservedEndpoint, Move> stays) {
        return new Await<>(
                question(), "leaving", site.patience().leavingEndpoint(), Departure.ofEndpoint(then, stays)::judge);
    }

    private Move verdict(ObservedEndpoint found, Function<ObservedEndpoint, Move> then) {
        return switch (found.health()) {
            case READY -> attributes.agreesWith(found.attributes()) ? then.apply(found) : OTHERWISE;
            case PENDING, UNKNOWN -> new Stay(found.status().text());
            case FAILED ->
                new End.Failure(
                        "Atlas could not connect it: status " + found.status()
                                + found.failure().map(it -> ", " + it).orElse(""),
                        "Check that the endpoint exists in your network, in this region, and connects to this service; then plan and apply"
                                + " again, which replaces it.");
            case LEAVING -> vanished();
        };
    }

    private static End present(ObservedEndpoint found) {
        return new End.Failure(
                "it is there although its removal was asked for: status " + found.status(),
                "Perhaps somebody else added it again. Run plan to see how things stand, then apply again.");
    }

    static End vanished() {
        return new End.Failure(
                "it was removed while we waited for it",
                "Somebody else removed it. Run plan to see how things stand, then apply again.");
    }

    private Question.Endpoint question() {
        return new Question.Endpoint(project, service(), endpoint);
    }

    private ServiceId service() {
        return site.service(address.parent()).orElseThrow();
    }
}
