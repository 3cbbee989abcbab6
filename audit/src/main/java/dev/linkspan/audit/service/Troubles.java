package dev.linkspan.audit.service;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;

/** Tells what went wrong with a task, and that another worker's is taken up. */
final class Troubles extends AbstractSchedulerListener {

    private final ServiceLog log;

    Troubles(ServiceLog log) {
        this.log = log;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        complete.getCause()
                .ifPresent(it -> log.told("The task " + complete.getExecution().getId() + " failed and is tried again: "
                        + (it.getMessage() == null ? it : it.getMessage())));
    }

    @Override
    public void onExecutionDead(Execution execution) {
        log.told("A worker died over the task " + execution.getId() + "; it is taken up again.");
    }
}
