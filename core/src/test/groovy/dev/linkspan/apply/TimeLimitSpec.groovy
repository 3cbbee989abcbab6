package dev.linkspan.apply

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.Refusal
import java.time.Duration

/** Runs that may wait for so long and no longer. */
class TimeLimitSpec extends ApplySpecification {

    def 'the limit of a run ends every wait of it, and leaves what needs them'() {
        given:
        applier = applier(Patience.standard().within(Duration.ofMinutes(2)))

        when:
        def report = apply('us-east-1': [A], 'us-west-2': [])

        then:
        report.outcomes()*.class == [StepOutcome.TimedOut, StepOutcome.TimedOut, StepOutcome.NotAttempted]
        report.outcomes()[0].status() == 'INITIATING'
        report.outcomes()[2].isWaiting()
        !report.hasFailed()
        time.elapsed == Duration.ofMinutes(2)
    }

    def 'the earlier of two limits ends a wait: a service #service, a run #run'() {
        given:
        applier = applier(new Patience(Duration.parse(service), Duration.ofHours(2), Optional.of(Duration.parse(run)), 1))

        when:
        def report = apply('us-east-1': [])

        then:
        report.outcomes()*.class == [StepOutcome.TimedOut]
        time.elapsed == Duration.ofMinutes(1)

        where:
        service | run
        'PT1M'  | 'PT2M'
        'PT2M'  | 'PT1M'
    }

    def 'what is done at the last look is done, and nothing is begun after it'() {
        given:
        applier = applier(Patience.standard().within(FakeAtlas.SERVICE_TIME))

        when:
        def report = apply('us-east-1': [A])

        then:
        report.outcomes()*.class == [StepOutcome.Done, StepOutcome.NotAttempted]
        report.outcomes()[1].why() == 'the time limit was over before its turn'
        report.outcomes()[1].isWaiting()
        writes() == ["createService $PROJECT us-east-1"]
    }

    def 'an endpoint that went at the last look is added again, and looked at once more'() {
        given:
        applier = applier(Patience.standard().within(FakeAtlas.DELETE_TIME))
        atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.mark(PROJECT, A, 'FAILED')

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.outcomes()*.class == [StepOutcome.TimedOut]
        writes()*.takeBefore(' ') == ['deleteEndpoint', 'createEndpoint']
        time.elapsed == FakeAtlas.DELETE_TIME
    }

    def 'what became of a create is found out although the time is over'() {
        given:
        applier = applier(Patience.standard().within(Duration.ofSeconds(5)))
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.UNREACHABLE, 'reset', true))

        when:
        def report = apply('us-east-1': [])

        then:
        report.outcomes()*.class == [StepOutcome.TimedOut]
        report.outcomes()[0].status() == 'INITIATING'
        writes().size() == 2
    }

    def 'a limit below nothing is refused'() {
        when:
        Patience.standard().within(Duration.ofSeconds(-1))

        then:
        thrown(Refusal)
    }
}
