package dev.linkspan.plan;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ServiceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan that was kept and the plan that would be made now have different. A step that was carried out meanwhile, wholly or
 * half, is no difference: a run that was cut off can go on.
 *
 * @param moved in the order of their addresses
 * @param unseen what could be read then and cannot be read now; with any of these it is not known whether more has moved
 */
public record PlanDrift(List<Moved> moved, SortedSet<BlindSpot> unseen) {

    public PlanDrift {
        moved = List.copyOf(moved);
        unseen = Collections.unmodifiableSortedSet(new TreeSet<>(unseen));
    }

    /**
     * A thing for which another step would stand in the plan now.
     *
     * @param was the step that was kept; empty when none was
     * @param is the step now; empty when there is none
     */
    public record Moved(Address address, Optional<Step> was, Optional<Step> is) {
        public Moved {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(was, "was");
            Objects.requireNonNull(is, "is");
        }
    }

    public static PlanDrift between(Plan then, Plan now) {
        var unseen = now.blindSpots().stream()
                .filter(it -> then.blindSpots().stream()
                        .noneMatch(known -> known.address().covers(it.address())))
                .collect(Collectors.toCollection(TreeSet::new));
        return new PlanDrift(new Search(byAddress(then), byAddress(now)).moved(), unseen);
    }

    /** Whether the plan that was kept still holds. */
    public boolean isNone() {
        return moved.isEmpty() && unseen.isEmpty();
    }

    private static Map<Address, Step> byAddress(Plan plan) {
        return plan.steps().stream().collect(Collectors.toMap(Step::address, Function.identity()));
    }

    private record Search(Map<Address, Step> then, Map<Address, Step> now) {

        List<Moved> moved() {
            var addresses = new TreeSet<>(then.keySet());
            addresses.addAll(now.keySet());
            var moved = new ArrayList<Moved>();
            for (var address : addresses) {
                var was = Optional.ofNullable(then.get(address));
                var is = Optional.ofNullable(now.get(address));
                if (was.filter(it -> isToGoLater(it, is) || it.match(new Follows(is)))
                        .isEmpty()) {
                    moved.add(new Moved(address, was, is));
                }
            }
            return moved;
        }

        /**
         * Whether another has taken over from this thing, as on the way off the older architecture of Google Cloud: it is not made
         * any more, or its delete is held, so that nothing happens to it.
         */
        private static boolean isToGoLater(Step was, Optional<Step> is) {
            if (is.isEmpty()) {
                return was instanceof Step.Hold hold && hold.wanted().equals(Optional.of(Action.CREATE));
            }
            return !(was instanceof Step.Delete)
                    && is.get() instanceof Step.Hold hold
                    && hold.wanted().equals(Optional.of(Action.DELETE));
        }

        /** Whether the plan takes endpoints from this service, which may go with the last of them. */
        private boolean mayGo(Address service) {
            return then.values().stream()
                    .filter(it -> it instanceof Step.Replace || it instanceof Step.Delete)
                    .anyMatch(it -> it.address().kind() == Address.Kind.ENDPOINT
                            && it.address().parent().equals(service));
        }

        /** Whether this endpoint's service was leaving, by itself or by the plan. */
        private boolean serviceLeaves(Address endpoint) {
            var service = then.get(endpoint.parent());
            return service == null || service instanceof Step.Create || service instanceof Step.Replace;
        }

        /** Whether the step of now is the one that was kept, or what is left to do of it. */
        private final class Follows implements Step.Cases<Boolean> {

            private final Optional<Step> is;

            Follows(Optional<Step> is) {
                this.is = is;
            }

            @Override
            public Boolean create(Step.Create it) {
                return isA(Step.Create.class) || isA(Step.Keep.class) || isA(Step.Update.class);
            }

            @Override
            public Boolean update(Step.Update it) {
                boolean isSame = is.filter(Step.Update.class::isInstance)
                        .map(Step.Update.class::cast)
                        .filter(now -> now.differences().equals(it.differences()))
                        .isPresent();
                return (isSame || isA(Step.Keep.class)) && isSameService(it) || isGoneWithItsLast(it);
            }

            @Override
            public Boolean replace(Step.Replace it) {
                boolean isSame = is.filter(now -> now instanceof Step.Replace
                                        && now.differences().equals(it.differences()))
                                .isPresent()
                        && isSameService(it)
                        && hasNoNewNote(it);
                return isSame || isA(Step.Create.class) || isA(Step.Keep.class) || isA(Step.Update.class);
            }

            @Override
            public Boolean delete(Step.Delete it) {
                return is.isEmpty() || isA(Step.Delete.class) && isSameService(it) && hasNoNewNote(it);
            }

            @Override
            public Boolean hold(Step.Hold it) {
                boolean isSame = is.filter(Step.Hold.class::isInstance)
                        .map(Step.Hold.class::cast)
                        .filter(now -> now.wanted().equals(it.wanted()))
                        .isPresent();
                boolean isGoneWithItsService =
                        is.isEmpty() && it.address().kind() == Address.Kind.ENDPOINT && serviceLeaves(it.address());
                return isSame && isSameService(it) || isGoneWithItsService;
            }

            @Override
            public Boolean keep(Step.Keep it) {
                return isA(Step.Keep.class) && isSameService(it) || isGoneWithItsLast(it);
            }

            private boolean isA(Class<? extends Step> kind) {
                return is.filter(kind::isInstance).isPresent();
            }

            /** The same, or one that came after it since this plan took its last endpoint. */
            private boolean isSameService(Step was) {
                var before = serviceId(was);
                var after = is.flatMap(Search::serviceId);
                return before.isEmpty() || after.isEmpty() || before.equals(after) || mayGo(was.address());
            }

            private boolean isGoneWithItsLast(Step was) {
                return was.address().kind() == Address.Kind.SERVICE && isA(Step.Create.class) && mayGo(was.address());
            }

            /** A consequence that nobody was told of. */
            private boolean hasNoNewNote(Step was) {
                return is.stream().allMatch(it -> was.notes().containsAll(it.notes()));
            }
        }

        private static Optional<ServiceId> serviceId(Step step) {
            return step.subject() instanceof Subject.Service service ? service.id() : Optional.empty();
        }
    }
}
