package dev.linkspan.apply

import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.time.TestTime
import java.time.Duration
import spock.lang.Specification

class LookoutsSpec extends Specification {

    static final QUESTION = new Question.Services(new ProjectId('5e2211c17a3e5a48f5497de3'), CloudProvider.AWS)

    def time = new TestTime()
    def lookouts = new Lookouts(new FakeAtlas(time))
    def early = new Job(null, { null })
    def late = new Job(null, { null })

    def 'an answer is not for a job that began to wait after it was asked, which then asks anew'() {
        given:
        lookouts.add(early, await(), time.instant())
        def asked = lookouts.due(time.instant())
        def answer = lookouts.ask(asked[0])
        lookouts.add(late, await(), time.instant())

        expect:
        lookouts.due(time.instant()).isEmpty()
        lookouts.answered(asked[0], answer, time.instant())*.job() == [early]
        lookouts.due(time.instant()) == [QUESTION]
    }

    def 'an answer goes to every job that waited for it, due or not'() {
        given:
        lookouts.add(early, await(), time.instant())
        lookouts.add(late, await(Duration.ofMinutes(2)), time.instant())
        def asked = lookouts.due(time.instant())

        expect:
        lookouts.answered(asked[0], lookouts.ask(asked[0]), time.instant())*.job() == [early, late]
    }

    private static Move.Await<?> await(Duration first = Duration.ZERO) {
        def pace = new Pace(first, Duration.ofSeconds(10), Duration.ofSeconds(10))
        new Move.Await<>(QUESTION, 'waiting', pace, Duration.ofHours(1), { new Move.Stay('waiting') })
    }
}
