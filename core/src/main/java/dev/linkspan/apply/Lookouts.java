package dev.linkspan.apply;

import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits for what, and when it is time to look. An answer goes to every job that waited for it when it was asked, whether its time
 * had come or not: to one that came later it may speak of the time before.
 */
final class Lookouts {

    private final Atlas atlas;
    private final Map<Job, Wait> waits = new LinkedHashMap<>();
    private final Map<Question<?>, Set<Wait>> asked = new HashMap<>();

    Lookouts(Atlas atlas) {
        this.atlas = atlas;
    }

    /** One job that waits. */
    static final class Wait {
        private final Job job;
        private final Await<?> await;
        private final Instant since;
        private Instant due;
        private String status;
        private int looks;

        private Wait(Job job, Await<?> await, Instant since) {
            this.job = job;
            this.await = await;
            this.since = since;
            this.status = await.status();
            this.due = earlier(since.plus(await.pace().before(0)), deadline(), since);
        }

        Job job() {
            return job;
        }

        String status() {
            return status;
        }

        Instant since() {
            return since;
        }

        private Instant deadline() {
            return since.plus(await.deadline());
        }
    }

    /**
     * What a look meant for one job.
     *
     * @param isNews whether the status is another than before
     * @param isOverdue whether the longest wait is over
     */
    record Sight(Job job, Move move, Instant since, boolean isNews, boolean isOverdue) {}

    void add(Job job, Await<?> await, Instant now) {
        waits.put(job, new Wait(job, await, now));
    }

    void remove(Job job) {
        waits.remove(job);
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    Collection<Wait> waits() {
        return List.copyOf(waits.values());
    }

    /** When to look next; empty while every question is on its way. */
    Optional<Instant> nextDue() {
        return waits.values().stream()
                .filter(it -> !asked.containsKey(it.await.question()))
                .map(it -> it.due)
                .min(Instant::compareTo);
    }

    /** The questions whose time has come, each once. They count as asked until they are answered. */
    List<Question<?>> due(Instant now) {
        var due = new LinkedHashSet<Question<?>>();
        waits.values().stream()
                .filter(it -> !it.due.isAfter(now))
                .map(it -> it.await.question())
                .filter(it -> !asked.containsKey(it))
                .forEach(due::add);
        due.forEach(it -> asked.put(it, new LinkedHashSet<>()));
        waits.values().stream()
                .filter(it -> due.contains(it.await.question()))
                .forEach(it -> asked.get(it.await.question()).add(it));
        return List.copyOf(due);
    }

    /** Asks Atlas; on any thread. */
    Answer ask(Question<?> question) {
        try {
            return new Answer(Optional.of(question.ask(atlas)), Optional.empty());
        } catch (AtlasProblem problem) {
            return new Answer(Optional.empty(), Optional.of(problem));
        }
    }

    /** What Atlas said, or why it said nothing. */
    record Answer(Optional<Object> seen, Optional<AtlasProblem> problem) {}

    /** Judges an answer for all that wait for it. */
    List<Sight> answered(Question<?> question, Answer answer, Instant now) {
        return asked.remove(question).stream()
                .filter(it -> waits.get(it.job) == it)
                .map(it -> sight(it, answer, now))
                .toList();
    }

    private static Sight sight(Wait wait, Answer answer, Instant now) {
        var move = answer.seen()
                .map(wait.await::judge)
                .orElseGet(() -> unanswered(wait, answer.problem().orElseThrow(), now));
        boolean isNews = false;
        if (move instanceof Stay stay) {
            isNews = !stay.status().equals(wait.status);
            wait.status = stay.status();
            wait.looks++;
            wait.due = earlier(now.plus(wait.await.pace().before(wait.looks)), wait.deadline(), now);
        }
        return new Sight(wait.job, move, wait.since, isNews, !now.isBefore(wait.deadline()));
    }

    /** The last look comes at the deadline itself. */
    private static Instant earlier(Instant due, Instant deadline, Instant now) {
        return due.isAfter(deadline) && deadline.isAfter(now) ? deadline : due;
    }

    /** One failed look does not end an hour's wait, unless it is the last or the next would fare no better. */
    private static Move unanswered(Wait wait, AtlasProblem problem, Instant now) {
        return problem.isPassing() && now.isBefore(wait.deadline()) ? new Stay(wait.status) : End.failed(problem);
    }
}
