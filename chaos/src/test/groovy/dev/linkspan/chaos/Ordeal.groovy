package dev.linkspan.chaos

import dev.linkspan.apply.Applier
import dev.linkspan.apply.Journal
import dev.linkspan.apply.Patience
import dev.linkspan.apply.StepOutcome
import dev.linkspan.atlas.http.AtlasSettings
import dev.linkspan.atlas.http.Credentials
import dev.linkspan.atlas.http.HttpAtlas
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.model.Secret
import dev.linkspan.observe.Observer
import dev.linkspan.observe.Survey
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Planner
import dev.linkspan.plan.Step
import dev.linkspan.time.TestTime
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Executor
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/**
 * One seed: a scene, some runs in which things go wrong, then runs in which nothing does. Calls go over HTTP, time is the test's. With one
 * lane the same seed brings the same requests; with six, only the same scene and mishaps.
 */
class Ordeal implements Closeable {

    private static final int MOST_RUNS = 6
    private static final int LANES = 6
    /** Time for everything that Atlas still had to do when the last run ended. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(10)

    /** The process is no more. */
    private static class Killed extends Error {
        Killed() {
            super('killed', null, false, false)
        }
    }

    final List<String> wrongs

    private final Chance chance
    private final Path journalFile
    private final TestTime time = new TestTime()
    private final Scene scene
    private final Witness witness
    private final AtlasEmulator emulator
    private final Judge judge
    private final Credentials credentials
    private final HttpAtlas atlas
    private final int lanes
    private final Executor executor
    private volatile boolean isDisturbed
    private final List<String> diary = [].asSynchronized()
    private int runs

    Ordeal(long seed, Path journalFile) {
        this.journalFile = journalFile
        chance = new Chance(seed)
        scene = new Scene(chance)
        witness = new Witness(journalFile, diary)
        wrongs = witness.wrongs
        time.onSleep = { if (witness.isShut) { throw new Killed() } }
        emulator = AtlasEmulator.builder().clock(time).state(scene.start).watcher(witness).slowness { time.pass(it) }.start()
        credentials = chance.of(30)
            ? new Credentials.ApiKey(AtlasEmulator.DEMO_PUBLIC_KEY, new Secret(AtlasEmulator.DEMO_PRIVATE_KEY))
            : new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN))
        lanes = chance.of(15) ? LANES : 1
        executor = lanes == 1 ? { it.run() } as Executor : Executors.newFixedThreadPool(lanes)
        atlas = connect()
        judge = new Judge(scene, emulator)
        removeWhatLeaves()
        witness.judge = judge
    }

    private HttpAtlas connect() {
        HttpAtlas.connect(AtlasSettings.of(URI.create(emulator.baseUrl()), credentials)
            .with(new AtlasSettings.Surroundings(time, time, new Random(1)))
            .withLanes(lanes))
    }

    private void removeWhatLeaves() {
        scene.leaving.each { place, numbers ->
            def service = atlas.services(Scene.PROJECT, place.key().provider()).find { it.key() == place.key() }
            numbers.each { atlas.deleteEndpoint(Scene.PROJECT, service.id(), place.id(it)) }
        }
        time.pass(Duration.ofSeconds(chance.below(80)))
    }

    /** Runs in which anything may go wrong. */
    void suffer() {
        (0..chance.below(3)).each {
            Mishaps.draw(chance).each { emulator.addFault(it); diary << "fault: $it".toString() }
            sufferOnce()
            emulator.clearFaults()
        }
    }

    /** Runs in which nothing goes wrong, until there is nothing left to do; then what is not as it should be, some time later. */
    List<String> recover() {
        isDisturbed = false
        Plan plan = null
        for (int round = 0; round < MOST_RUNS && (plan == null || hasWork(plan)); round++) {
            witness.begin()
            plan = run(Patience.standard())
        }
        time.pass(AFTERWARDS)
        verdict(planned())
    }

    private List<String> verdict(Plan last) {
        def left = last.steps().findAll { isWork(it) || it instanceof Step.Hold && it.isPending() && !isFrozen(it) }
            .collect { "the last plan has ${it.class.simpleName} ${it.address()}: ${it.reason().id()}".toString() }
        wrongs + judge.unmet() + judge.harm() + left + (last.complete ? [] : ['the last plan has blind spots'])
    }

    private boolean isFrozen(Step step) {
        scene.frozen.any { Scene.address(it) == step.address().parent() }
    }

    private static boolean hasWork(Plan plan) {
        plan.steps().any { isWork(it) }
    }

    private static boolean isWork(Step step) {
        step.isChange() || step instanceof Step.Keep && step.isSettling()
    }

    private void sufferOnce() {
        witness.begin()
        isDisturbed = false
        def patience = chance.any([Patience.standard(), Patience.standard(), Patience.standard().within(Duration.ofMinutes(2)), Patience.standard().none()])
        int cancelledAt = chance.of(25) ? chance.below(40) : -1
        if (chance.of(30) && lanes == 1) {
            witness.at(chance.below(30)) { joinWithAnother() }
        }
        if (chance.of(35)) {
            boolean isServedFirst = chance.of(50)
            witness.at(chance.below(40)) { kill(isServedFirst) }
        }
        try {
            run(patience, atlas) { applier -> witness.at(cancelledAt) { applier.cancel(); true } }
        } catch (Throwable fault) {
            if (!witness.isShut) {
                throw fault
            }
        }
    }

    /** From now on nothing of this run gets through; the request at hand still does, perhaps, but nobody hears the answer. */
    private boolean kill(boolean isServedFirst) {
        diary << 'killed'
        witness.isShut = true
        isDisturbed = true
        if (isServedFirst) {
            emulator.addFault('lost on * /... times 1')
        }
        isServedFirst
    }

    /** Somebody else applies the same specs, from beginning to end, while a request of this run is on its way. */
    private boolean joinWithAnother() {
        isDisturbed = true
        boolean isSeenInFull = witness.isSeenInFull
        def other = connect()
        witness.isOther = true
        try {
            run(Patience.standard(), other)
        } catch (Killed ignored) {
            // Whoever is killed takes the other along: they share the door.
        } finally {
            other.close()
            witness.isOther = false
            witness.isSeenInFull = isSeenInFull
        }
        true
    }

    private Plan run(Patience patience, HttpAtlas through = atlas, Closure<?> meet = { }) {
        Journal.open(journalFile, time, "run-${++runs}").withCloseable { journal ->
            def applier = new Applier(journal.over(through), executor, time, time, patience)
            meet(applier)
            witness.isAlone = !isDisturbed
            def survey = survey(through)
            def plan = Planner.plan(survey.comparison(), scene.guard)
            witness.planned(plan.complete)
            diary << "run $runs begins, patience $patience: ${plan.steps().collect { "${it.class.simpleName} ${it.address()} ${it.reason().id()}" }}".toString()
            def report = applier.apply(plan, survey.observation().readyEndpoints(), { })
            diary << "run ends: ${report.outcomes().collect { "${it.class.simpleName} ${it.step().address()}" }}".toString()
            if (!isDisturbed) {
                wrongs.addAll(judge.untruths(plan, report))
                wrongs.addAll(touched(report.outcomes()))
            }
            plan
        }
    }

    private Plan planned() {
        Planner.plan(survey(atlas).comparison(), scene.guard)
    }

    private Survey survey(HttpAtlas through) {
        new Observer(through, executor).survey(scene.declaration())
    }

    private List<String> touched(List<StepOutcome> outcomes) {
        outcomes.findAll { it instanceof StepOutcome.NotAttempted && it.step().address().endpoint().isPresent() }
            // One that is to be created anew may have gone before, with its service.
            .findAll { witness.hasWritten(it.step() instanceof Step.Create ? ['POST'] : ['POST', 'DELETE'], it.step().address().endpoint().get().value()) }
            .collect { "said that nothing was sent for ${it.step().address()}".toString() }
    }

    /** All that it was made of and that went on, for somebody who looks into it. */
    void tell(PrintStream out) {
        out.println "declared: $scene.project\nguard: $scene.guard\nfrozen: ${scene.frozen*.key()}, leaving: $scene.leaving"
        out.println scene.start.toJson()
        diary.each { out.println it }
    }

    @Override
    void close() {
        atlas.close()
        if (executor instanceof ExecutorService) {
            executor.shutdownNow()
        }
        emulator.close()
    }
}
