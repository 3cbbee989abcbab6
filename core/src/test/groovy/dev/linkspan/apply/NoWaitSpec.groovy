package dev.linkspan.apply

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointId
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Plan
import java.time.Duration

/** Runs that send what can be sent and wait for nothing. */
class NoWaitSpec extends ApplySpecification {

    def setup() {
        applier = applier(Patience.standard().none())
    }

    def 'everything that can be sent is sent, no look is taken, and no time passes'() {
        when:
        def report = apply('us-east-1': [A], 'us-west-2': [])

        then:
        outcomes(report) == [
            '/aws/us-east-1': StepOutcome.UnderWay,
            ('/aws/us-east-1/' + A): StepOutcome.NotAttempted,
            '/aws/us-west-2': StepOutcome.UnderWay]
        atlas.calls == ["createService $PROJECT us-east-1", "createService $PROJECT us-west-2"]*.toString()
        time.elapsed == Duration.ZERO
        !report.done
        !report.hasFailed()

        and:
        report.outcomes()[0].status() == 'INITIATING'
        report.outcomes()[2].why() == "it needs $PROJECT/aws/us-east-1, which Atlas is still at work on"
    }

    def 'one run after another gets there, each going on from what Atlas shows'() {
        given:
        def sent = (1..3).collect {
            apply('us-east-1': [A])
            time.pass(FakeAtlas.SERVICE_TIME)
            writes()
        }

        expect:
        sent*.size() == [1, 1, 0]
        apply('us-east-1': [A]).outcomes().empty
        atlas.statusOf(PROJECT, A) == 'AVAILABLE'
    }

    def 'what Atlas is at work on already is under way, and asked nothing'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A], 'INITIATING')
        atlas.mark(PROJECT, A, 'PENDING')

        when:
        def report = apply('us-east-1': [A])

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay, StepOutcome.NotAttempted]
        report.outcomes()[0].status() == 'INITIATING'
        atlas.calls.empty
    }

    def 'a create #what is looked for at once, adopted, and sent once'() {
        given:
        def planned = plan('us-east-1': [])
        if (isLost) {
            atlas.lose('createService')
        } else {
            atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        }

        when:
        def report = applier.apply(planned, { })

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay]
        report.outcomes()[0].status() == 'INITIATING'
        writes().size() == 1
        time.elapsed == Duration.ZERO

        where:
        what                   | isLost
        'whose answer is lost' | true
        'that meets a conflict' | false
    }

    def 'a create that never reached Atlas is sent again once two looks did not find it'() {
        given:
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.UNREACHABLE, 'reset', true))

        when:
        def report = apply('us-east-1': [])

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay]
        writes().size() == 2
        time.elapsed == Duration.ofSeconds(10)
    }

    def 'what became of a create is looked for a minute at most, and then told as it is'() {
        given:
        atlas.lose('createService')
        atlas.refuse('services', FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'GET answered 503'), 99)

        when:
        def report = applier.apply(planUnread('us-east-1'), { })

        then:
        report.outcomes()*.why() == ['GET answered 503']
        report.hasFailed()
        time.elapsed == Duration.ofMinutes(1)
        writes().size() == 1
    }

    def 'a #thing that is to be replaced is not taken away'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', endpoints, status)
        atlas.mark(PROJECT, A, 'REJECTED')

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.outcomes()[0].why() == 'a replacement takes it away first, and only a run that waits adds it again'
        !report.hasFailed()
        writes().every { it.startsWith('create') }

        where:
        thing      | endpoints | status
        'endpoint' | [A, B]    | 'AVAILABLE'
        'service'  | []        | 'FAILED'
    }

    def 'the last endpoint of a service that is to stay is not taken away'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [])

        then:
        report.outcomes()*.why().unique() == ['its service may go with its last endpoint, and only a run that waits looks after that']
        writes().empty
    }

    def 'an endpoint beside one that stays is taken away'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay]
        writes() == ["deleteEndpoint $PROJECT $A"]
    }

    def 'an old endpoint stays until another run has seen the new one up'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay, StepOutcome.NotAttempted]
        writes() == ["createEndpoint $PROJECT $B"]

        when:
        time.pass(FakeAtlas.ENDPOINT_TIME)
        apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        writes() == ["deleteEndpoint $PROJECT $A"]
    }

    def 'an undeclared service goes in two runs, its endpoints in the first'() {
        given:
        atlas.removesServiceWithLastEndpoint = false
        atlas.standing(PROJECT, 'us-east-1', [A, B])

        when:
        def report = apply([:], Guard.allowingDelete())

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay, StepOutcome.UnderWay, StepOutcome.NotAttempted]
        writes()*.takeBefore(' ') == ['deleteEndpoint', 'deleteEndpoint']

        when:
        time.pass(FakeAtlas.DELETE_TIME)
        apply([:], Guard.allowingDelete())

        then:
        writes()*.takeBefore(' ') == ['deleteService']
    }

    def 'regional mode is switched and looked at once, and what it must follow is left for later'() {
        when:
        def report = applier.apply(planOf([service('us-east-1', [])], true), { })

        then:
        report.outcomes()*.class == [StepOutcome.Done, StepOutcome.UnderWay]

        when:
        report = applier.apply(planOf([service('us-east-1', [])], false), { })

        then:
        report.outcomes()*.class == [StepOutcome.UnderWay, StepOutcome.NotAttempted]
    }

    def 'what has to wait before anything is sent is not attempted: #what'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [], status)
        if (isLeaving) {
            atlas.deleteService(PROJECT, CloudProvider.AWS, id)
        }

        when:
        def report = applier.apply(planOf([service('us-east-1', [], regions)]), { })

        then:
        report.outcomes()*.why() == ["Atlas is still at work on what is there: $said"]
        !report.hasFailed()
        writes().empty

        where:
        what                                            | status       | isLeaving | regions       || said
        'remote regions of a service that is being made' | 'INITIATING' | false     | ['eu-west-1'] || 'INITIATING'
        'a service whose forerunner is still leaving'   | 'AVAILABLE'  | true      | null          || 'leaving'
    }

    def 'a refusal is a failure, as ever'() {
        given:
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.FORBIDDEN, 'POST answered 403'))

        when:
        def report = apply('us-east-1': [A], 'us-west-2': [])

        then:
        outcomes(report)*.value == [StepOutcome.Failed, StepOutcome.NotAttempted, StepOutcome.UnderWay]
        report.hasFailed()
    }
}
