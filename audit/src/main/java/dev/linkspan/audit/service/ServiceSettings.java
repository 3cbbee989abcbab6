package dev.linkspan.audit.service;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.linkspan.model.Refusal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How the service works.
 *
 * @param cron when audits begin: minute, hour, day of the month, month, day of the week, as in crontab
 * @param zone whose wall clock that is
 * @param startsNow whether an audit begins at once, too
 * @param threads shares that this worker has in hand at once
 * @param heartbeat how often a worker says that it is alive; one that is silent for four times as long is taken for dead
 */
public record ServiceSettings(String cron, ZoneId zone, boolean startsNow, int threads, Duration heartbeat) {

    /** A worker's silence for a minute means its death. */
    public static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(15);

    /** @throws Refusal when the cron expression is none */
    public ServiceSettings {
        Objects.requireNonNull(cron, "cron");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(heartbeat, "heartbeat");
        if (threads < 1 || heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("threads and heartbeat are more than nothing");
        }
        schedule(cron, zone);
    }

    Schedule schedule() {
        return schedule(cron, zone);
    }

    private static Schedule schedule(String cron, ZoneId zone) {
        try {
            return new CronSchedule(cron, zone, CronStyle.UNIX);
        } catch (RuntimeException e) {
            throw new Refusal(
                    "malformed-cron",
                    "'" + cron + "' is not a cron expression",
                    "Write minute, hour, day of the month, month and day of the week, for example '0 3 * * *' for three o'clock every night.");
        }
    }
}
