package dev.linkspan.audit.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.linkspan.audit.history.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * One worker of the audit service. Workers over one database share each audit: one begins it, all work on its shares, one makes
 * the report. What a dead worker had in hand is taken up by another.
 *
 * <p>The schedule, the locks and the heartbeats are db-scheduler's.
 */
public final class AuditService implements AutoCloseable {

    private static final String TABLE = "linkspan_task";
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final SharedAudit audit;

    private AuditService(Scheduler scheduler, SharedAudit audit) {
        this.scheduler = scheduler;
        this.audit = audit;
    }

    /** @param log takes a line for each thing that happens */
    public static AuditService start(
            ServiceSettings settings, Subject subject, Desk desk, History history, Clock clock, ServiceLog log) {
        var work = new SharedAudit(subject, desk, history.sharedRuns(), clock, log);
        var retry = new FailureHandler.OnFailureRetryLater<Void>(settings.heartbeat());
        OneTimeTask<Void> now = Tasks.oneTime(SharedAudit.BEGIN)
                .onFailure(retry)
                .execute((instance, context) ->
                        work.begin(instance.getId(), tasks(context.getSchedulerClient(), clock)));
        // A task of its own, since one that recurs and fails is not tried again before the next night.
        RecurringTask<Void> nightly = Tasks.recurring("nightly", settings.schedule())
                .execute((instance, context) -> tasks(context.getSchedulerClient(), clock)
                        .schedule(SharedAudit.BEGIN, name(context.getExecution().getExecutionTime())));
        OneTimeTask<Void> share = Tasks.oneTime(SharedAudit.SHARE)
                .onFailure(retry)
                .execute((instance, context) ->
                        work.workOn(instance.getId(), tasks(context.getSchedulerClient(), clock)));
        OneTimeTask<Void> report = Tasks.oneTime(SharedAudit.REPORT)
                .onFailure(retry)
                .execute((instance, context) -> work.report(instance.getId()));
        var scheduler = Scheduler.create(history.dataSource(), now, share, report)
                .startTasks(nightly)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(settings.threads())
                .executorService(Executors.newFixedThreadPool(settings.threads(), it -> thread(it, log)))
                .pollingInterval(polling(settings.heartbeat()))
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(LONGEST_GOODBYE)
                .failureLogging(LogLevel.DEBUG, false)
                .addSchedulerListener(new Troubles(log))
                .clock(clock::instant)
                .build();
        scheduler.start();
        if (settings.startsNow()) {
            scheduler.scheduleIfNotExists(now.instance(name(clock.instant())), clock.instant());
        }
        return new AuditService(scheduler, work);
    }

    /** The scheduler lets a thread die when the database is away; another takes its place, and nobody wants to see its stack. */
    private static Thread thread(Runnable work, ServiceLog log) {
        var thread = new Thread(work, "audit-service");
        thread.setUncaughtExceptionHandler(
                (dead, fault) -> log.told("A task could not be taken up, and is tried again: " + fault.getMessage()));
        return thread;
    }

    private static SharedAudit.Tasks tasks(SchedulerClient client, Clock clock) {
        return (name, instance) -> client.scheduleIfNotExists(new TaskInstance<Void>(name, instance), clock.instant());
    }

    private static Duration polling(Duration heartbeat) {
        var third = heartbeat.dividedBy(3);
        return third.compareTo(Duration.ofSeconds(5)) < 0 ? third : Duration.ofSeconds(5);
    }

    private static String name(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whether this worker takes part, and the database answers. */
    public boolean isReady() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown()
                && audit.canSeeRuns();
    }

    /** Whether this worker has not been told to end. */
    public boolean isAlive() {
        return !scheduler.getSchedulerState().isShuttingDown();
    }

    /** Takes nothing more up, and waits a while for what is in hand; what is not done then another worker takes up. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
