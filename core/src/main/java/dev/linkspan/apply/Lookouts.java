package dev.linkspan.apply;

import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import java.time.Duration;
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
    private final Instant end;
    private final Map<Job, Wait> waits = new LinkedHashMap<>();
    private final Map<Question<?>, Set<Wait>> asked = new HashMap<>();

    /** @param end no wait is longer, but for one that settles a doubt */
    Lookouts(Atlas atlas, Instant end) {
        this.atlas = atlas;
        this.end = end;
    }

    /** One job that waits. */
    static final class Wait {
        private final Job job;
        private final Await<?> await;
        private final Instant since;
        private final Instant deadline;
        private Instant due;
        private String status;
        private int looks;

        private Wait(Job job, Await<?> await, Instant since, Instant end) {
            this.job = job;
            this.await = await;
            this.since = since;
            this.status = await.status();
            var limit = since.plus(await.schedule().limit());
            this.deadline = limit.isAfter(end) && !await.schedule().isDoubt() ? end : limit;
            this.due = nextLook(since);
        }

        /** The last look comes at the deadline itself. */
        private Instant nextLook(Instant now) {
            var due = now.plus(pace().before(looks));
            if (due.isBefore(deadline)) {
                return due;
            }
            return deadline.isAfter(now) ? deadline : now;
        }

        private void looked(Instant now) {
            if (isAboutTime(now)) {
                looks++;
                due = nextLook(now);
            }
        }

        /** Whether its own look is due so soon that another's, taken now, will do for it. */
        private boolean isAboutTime(Instant now) {
            return !due.isAfter(now.plus(pace().interval()));
        }

        private Pace pace() {
            return await.schedule().pace();
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

        /** How long it usually takes, where that is known. */
        Optional<Duration> usual() {
            return await.schedule().usual();
        }

        boolean isDoubt() {
            return await.schedule().isDoubt();
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(deadline);
        }
    }

    /**
     * What a look meant for one job.
     *
     * @param of as it is now
     * @param isNews whether the status is another than before
     * @param isOverdue whether the longest wait is over
     */
    record Sight(Wait of, Move move, boolean isNews, boolean isOverdue) {}

    void add(Job job, Await<?> await, Instant now) {
        waits.put(job, new Wait(job, await, now, end));
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
            wait.looked(now);
        }
        return new Sight(wait, move, isNews, wait.isOver(now));
    }

    /** One failed look does not end an hour's wait, unless it is the last or the next would fare no better. */
    private static Move unanswered(Wait wait, AtlasProblem problem, Instant now) {
        return problem.isPassing() && !wait.isOver(now) ? new Stay(wait.status) : End.failed(problem);
    }
}
