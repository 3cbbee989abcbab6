package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Severity;
import dev.linkspan.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells all targets what is new in an audit, and nothing when nothing is. An audit that could not look everywhere is always told.
 *
 * <p>Each target gets its notification, whether or not those before it did.
 */
public final class Notifier {

    private final List<NotificationTarget> targets;
    private final Severity mildest;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RepeatLog log;
    private final Wire wire;

    /**
     * @param mildest findings that are less grave are not told
     * @param log hears of each attempt that is going to be repeated
     */
    public Notifier(
            List<? extends NotificationTarget> targets, Severity mildest, Clock clock, Sleeper sleeper, RepeatLog log) {
        this(targets, mildest, clock, sleeper, log, Wire.usual());
    }

    Notifier(
            List<? extends NotificationTarget> targets,
            Severity mildest,
            Clock clock,
            Sleeper sleeper,
            RepeatLog log,
            Wire wire) {
        this.targets = List.copyOf(targets);
        this.mildest = Objects.requireNonNull(mildest, "mildest");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        this.log = Objects.requireNonNull(log, "log");
        this.wire = Objects.requireNonNull(wire, "wire");
    }

    /** Hears of what would otherwise look like a run that hangs. */
    @FunctionalInterface
    public interface RepeatLog {

        RepeatLog NONE = (what, why, pause) -> {};

        /**
         * @param what such as {@code Slack notification}
         * @param why may hold words of the server, untrusted
         * @param pause until the next attempt
         */
        void again(String what, String why, Duration pause);
    }

    /**
     * Tells what is new in a report.
     *
     * @return those that were not delivered; none when there was nothing to tell
     */
    public List<Undelivered> tell(AuditReport report) throws InterruptedException {
        return targets.isEmpty() ? List.of() : tell(News.of(report, mildest, clock.instant()));
    }

    /**
     * Tells that an audit could not look at anything.
     *
     * @param why untrusted
     * @param remedy what to do about it; may be empty
     */
    public List<Undelivered> tellHindered(String why, String remedy) throws InterruptedException {
        return tell(News.hindered(why, remedy, mildest, clock.instant()));
    }

    private List<Undelivered> tell(News news) throws InterruptedException {
        var undelivered = new ArrayList<Undelivered>();
        if (!news.isEmpty()) {
            for (var target : targets) {
                deliver(news, target, undelivered);
            }
        }
        return List.copyOf(undelivered);
    }

    private void deliver(News news, NotificationTarget target, List<Undelivered> undelivered)
            throws InterruptedException {
        var delivery = new Delivery(sleeper, (why, pause) -> log.again(target.noun(), why, pause));
        try {
            delivery.deliver(channel(target), news);
        } catch (DeliveryFault fault) {
            undelivered.add(new Undelivered(target.noun(), fault.getMessage(), fault.remedy()));
        } catch (RuntimeException fault) {
            // Its words may hold the address, and the targets that follow are not to blame.
            undelivered.add(new Undelivered(
                    target.noun(),
                    "Linkspan itself is at fault: " + fault.getClass().getName(),
                    "Report it, please."));
        }
    }

    private Channel channel(NotificationTarget target) {
        return target.match(new NotificationTarget.Cases<>() {
            @Override
            public Channel slack(NotificationTarget.Slack it) {
                return new HookChannel(it.url(), SlackMessage::json, new HookClient(wire, clock));
            }

            @Override
            public Channel webhook(NotificationTarget.Webhook it) {
                return new HookChannel(it.url(), NotificationDocument::json, new HookClient(wire, clock));
            }

            @Override
            public Channel email(NotificationTarget.Email it) {
                return new EmailChannel(it, wire);
            }
        });
    }
}
