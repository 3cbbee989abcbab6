package dev.linkspan.apply

import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.time.TestTime
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class LookoutsSpec extends Specification {

    static final QUESTION = new Question.Services(new ProjectId('5e2211c17a3e5a48f5497de3'), CloudProvider.AWS)

    def time = new TestTime()
    def lookouts = new Lookouts(new FakeAtlas(time), Instant.MAX)
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
        lookouts.answered(asked[0], answer, time.instant())*.of()*.job() == [early]
        lookouts.due(time.instant()) == [QUESTION]
    }

    def 'an answer goes to every job that waited for it, due or not'() {
        given:
        lookouts.add(early, await(), time.instant())
        lookouts.add(late, await(Duration.ofMinutes(2)), time.instant())
        def asked = lookouts.due(time.instant())

        expect:
        lookouts.answered(asked[0], lookouts.ask(asked[0]), time.instant())*.of()*.job() == [early, late]
    }

    def 'a look taken #seconds s before a job would take its own #will for it'() {
        given:
        lookouts.add(early, await(), time.instant())
        lookouts.add(late, await(Duration.ofSeconds(seconds)), time.instant())
        def asked = lookouts.due(time.instant())

        when:
        lookouts.answered(asked[0], lookouts.ask(asked[0]), time.instant())
        lookouts.remove(early)

        then:
        lookouts.nextDue() == Optional.of(time.instant() + Duration.ofSeconds(next))

        where:
        seconds || next | will
        10      || 10   | 'will do'
        11      || 11   | 'will not do'
        120     || 120  | 'will not do'
    }

    private static Move.Await<?> await(Duration first = Duration.ZERO) {
        def pace = new Pace(first, Duration.ofSeconds(10), Duration.ofSeconds(10))
        new Move.Await<>(QUESTION, 'waiting', Schedule.of(pace, Duration.ofHours(1)), { new Move.Stay('waiting') })
    }
}
