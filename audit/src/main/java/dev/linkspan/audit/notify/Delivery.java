package dev.linkspan.audit.notify;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.ContextualSupplier;
import dev.linkspan.time.Sleeper;
import java.time.Duration;

/**
 * Sends until it is taken: five attempts at most, with pauses of two seconds and then twice as long each time, or as the server asks. A
 * server that asks for more than a minute is not waited for.
 */
final class Delivery {

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Failsafe takes a negative delay for none. */
    private static final Duration AS_THE_POLICY_SAYS = Duration.ofNanos(-1);

    private static final RetryPolicy<Object> POLICY = RetryPolicy.builder()
            .handleIf(it -> it instanceof DeliveryFault fault && isWorthRepeating(fault))
            .withMaxAttempts(MOST_ATTEMPTS)
            .withBackoff(Duration.ofSeconds(2), LONGEST_PAUSE)
            .withDelayFn(asked())
            .build();

    private final Sleeper sleeper;
    private final Repeats repeats;

    /** Hears of each attempt that is going to be repeated. */
    @FunctionalInterface
    interface Repeats {
        void again(String why, Duration pause);
    }

    Delivery(Sleeper sleeper, Repeats repeats) {
        this.sleeper = sleeper;
        this.repeats = repeats;
    }

    /** @throws DeliveryFault of the last attempt */
    void deliver(Channel channel, News news) throws DeliveryFault, InterruptedException {
        var execution = Execution.of(POLICY);
        while (true) {
            try {
                channel.send(news);
                return;
            } catch (DeliveryFault fault) {
                execution.recordException(fault);
                if (execution.isComplete()) {
                    throw fault;
                }
                repeats.again(fault.getMessage(), execution.getDelay());
                sleeper.sleep(execution.getDelay());
            }
        }
    }

    private static boolean isWorthRepeating(DeliveryFault fault) {
        return fault.isPassing()
                && fault.retryAfter()
                        .filter(it -> it.compareTo(LONGEST_PAUSE) > 0)
                        .isEmpty();
    }

    private static ContextualSupplier<Object, Duration> asked() {
        return context -> context.getLastException() instanceof DeliveryFault fault
                ? fault.retryAfter().orElse(AS_THE_POLICY_SAYS)
                : AS_THE_POLICY_SAYS;
    }
}
