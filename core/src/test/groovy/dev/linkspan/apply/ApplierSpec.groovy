package dev.linkspan.apply

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ObservedService
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.plan.Guard
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors

class ApplierSpec extends ApplySpecification {

    def 'a service is created, then its endpoints, and each is waited for'() {
        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.done
        writes() == [
            "createService $PROJECT us-east-1", "createEndpoint $PROJECT $A", "createEndpoint $PROJECT $B"]
        plan('us-east-1': [A, B]).hasChanges() == false
    }

    def 'waiting for #count services at once takes as long as the slowest and one list call for each look'() {
        given:
        def regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-central-1'].take(count)

        when:
        def report = apply(regions.collectEntries { [it, []] })

        then:
        report.done
        report.took() <= FakeAtlas.SERVICE_TIME + Duration.ofSeconds(20)
        lists().size() == 4

        where:
        count << [1, 6]
    }

    def 'a run adds at most one interval to the time Atlas takes'() {
        given:
        def service = FakeAtlas.SERVICE_TIME

        expect:
        apply('us-east-1': []).took() - service < Duration.ofSeconds(20)
    }

    def 'a create that meets a conflict adopts what is there'() {
        given:
        def planned = plan('us-east-1': [A])
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes() == ["createService $PROJECT us-east-1", "createEndpoint $PROJECT $A"]
        atlas.show(PROJECT).size() == 1
    }

    def 'a create whose answer is lost is looked for and adopted, not sent again'() {
        given:
        atlas.lose('createService')
        atlas.lose('createEndpoint')

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        writes() == ["createService $PROJECT us-east-1", "createEndpoint $PROJECT $A"]
    }

    def 'a create that never reached Atlas is sent again only after two looks did not find it'() {
        given:
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.UNREACHABLE, 'reset', true))

        when:
        def report = apply('us-east-1': [])

        then:
        report.done
        def sent = atlas.calls.findIndexValues { it.startsWith('createService') }
        sent.size() == 2
        atlas.calls[sent[0].intValue() + 1..<sent[1].intValue()].count { it.startsWith('services') } == 2
    }

    def 'a create that is never answered ends in a failure after three sendings'() {
        given:
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'POST answered 503', true), 99)

        when:
        def report = apply('us-east-1': [A])

        then:
        report.outcomes()*.class == [StepOutcome.Failed, StepOutcome.NotAttempted]
        report.outcomes()[0].why() == 'POST answered 503'
        writes().size() == 3
    }

    def 'a conflict that nothing explains is told, not repeated'() {
        given:
        atlas.refuse('createService', FakeAtlas.problem(AtlasProblem.Kind.CONFLICT, 'POST answered 409: no room'))

        when:
        def report = apply('us-east-1': [])

        then:
        report.outcomes()[0].why() == 'POST answered 409: no room'
        writes().size() == 1
    }

    def 'a service that fails fails its step and leaves its endpoints alone, while others go on'() {
        given:
        atlas.fates['us-east-1'] = 'FAILED'

        when:
        def report = apply('us-east-1': [A], 'us-west-2': [B])

        then:
        outcomes(report) == [
            '/aws/us-east-1': StepOutcome.Failed,
            ('/aws/us-east-1/' + A): StepOutcome.NotAttempted,
            '/aws/us-west-2': StepOutcome.Done,
            ('/aws/us-west-2/' + B): StepOutcome.Done]
    }

    def 'an endpoint that is #fate fails its step with the status'() {
        given:
        atlas.fates[A] = fate

        when:
        def report = apply('us-east-1': [A])

        then:
        report.outcomes()[1].why().contains(fate)

        where:
        fate << ['REJECTED', 'FAILED']
    }

    def 'an endpoint that was REJECTED is deleted, waited for, and created again'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.mark(PROJECT, A, 'REJECTED')

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.done
        writes() == ["deleteEndpoint $PROJECT $A", "createEndpoint $PROJECT $A"]
        atlas.statusOf(PROJECT, A) == 'AVAILABLE'
    }

    def 'a service that goes with its last endpoint while that is replaced is created again'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.mark(PROJECT, A, 'FAILED')

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        writes() == [
            "deleteEndpoint $PROJECT $A", "createService $PROJECT us-east-1", "createEndpoint $PROJECT $A"]
        report.outcomes()[0].remarks()[1].startsWith('the service went with its last endpoint and was created again as com.')
    }

    def 'the new endpoint is up before the old one goes'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        report.done
        writes() == ["createEndpoint $PROJECT $B", "deleteEndpoint $PROJECT $A"]
        atlas.statusOf(PROJECT, B) == 'AVAILABLE'
    }

    def 'the old endpoint stays when the new one fails'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.fates[B] = 'FAILED'

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        report.outcomes()*.class == [StepOutcome.Failed, StepOutcome.NotAttempted]
        atlas.statusOf(PROJECT, A) == 'AVAILABLE'
    }

    def 'the last endpoint of a declared service may go, and the service is there afterwards'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [])

        then:
        report.done
        atlas.show(PROJECT)*.status()*.text() == ['AVAILABLE']
    }

    def 'a service that goes some seconds after its last endpoint is noticed, and there afterwards: #what'() {
        given:
        atlas.lingering = Duration.ofSeconds(8)
        atlas.standing(PROJECT, 'us-east-1', [A])
        if (wanted) {
            atlas.mark(PROJECT, A, 'FAILED')
        }

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': wanted)

        then:
        report.done
        report.outcomes()[0].remarks().last().startsWith('the service went with its last endpoint')
        atlas.show(PROJECT)*.status()*.text() == ['AVAILABLE']
        writes()*.takeBefore(' ') == expected

        where:
        what               | wanted || expected
        'it was deleted'   | []     || ['deleteEndpoint', 'createService']
        'it was replaced'  | [A]    || ['deleteEndpoint', 'createService', 'createEndpoint']
    }

    def 'a service that keeps standing after its last endpoint went is looked at three times'() {
        given:
        atlas.removesServiceWithLastEndpoint = false
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = apply(Guard.allowingDelete(), 'us-east-1': [])

        then:
        report.done
        atlas.calls.count { it.startsWith('service') } == 3
        report.took() < FakeAtlas.DELETE_TIME + Duration.ofSeconds(30)
    }

    def 'a service that keeps an endpoint is looked at once after another went'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])

        when:
        apply(Guard.allowingDelete(), 'us-east-1': [B])

        then:
        atlas.calls.count { it.startsWith('service') } == 1
    }

    def 'an undeclared service is deleted after its endpoints are gone, #how'() {
        given:
        atlas.removesServiceWithLastEndpoint = removes
        atlas.standing(PROJECT, 'us-east-1', [A, B])

        when:
        def report = apply([:], Guard.allowingDelete())

        then:
        report.done
        atlas.show(PROJECT).isEmpty()
        writes().findAll { it.startsWith('deleteService') }.size() == deletes

        where:
        removes | deletes | how
        false   | 1       | 'by us'
        true    | 0       | 'by Atlas itself with the last one'
    }

    def 'an endpoint that somebody adds meanwhile stops the delete of its service'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [])
        def planned = plan([:], Guard.allowingDelete())
        atlas.createEndpoint(PROJECT, id, EndpointId.aws(A), EndpointAttributes.NONE)
        atlas.calls.clear()

        when:
        def report = applier.apply(planned, { })

        then:
        report.outcomes()[0].why() == "endpoint $A hangs on it, which the plan did not know of"
        writes().isEmpty()
    }

    def 'a thing that is gone already counts as deleted'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        def planned = plan(Guard.allowingDelete(), 'us-east-1': [B])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))
        time.sleep(FakeAtlas.DELETE_TIME)

        expect:
        applier.apply(planned, { }).done
    }

    def 'a failed service without endpoints is replaced'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'FAILED')

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        writes()*.takeBefore(' ') == ['deleteService', 'createService', 'createEndpoint']
    }

    def 'a failed service that is named is replaced with its endpoints'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A], 'FAILED')
        def address = dev.linkspan.model.Address.service(PROJECT, Regions.parse(CloudProvider.AWS, 'us-east-1'))

        when:
        def report = apply(new Guard(false, [address] as Set), 'us-east-1': [A])

        then:
        report.done
        atlas.statusOf(PROJECT, A) == 'AVAILABLE'
        atlas.show(PROJECT)*.status()*.text() == ['AVAILABLE']
    }

    def 'remote regions are changed in place'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = applier.apply(planOf([service('us-east-1', [A], ['eu-west-1'])]), { })

        then:
        report.done
        writes()*.takeBefore(' ') == ['updateRemoteRegions']
        atlas.show(PROJECT)[0].remoteRegions().get()*.cloudName() == ['eu-west-1']
    }

    def 'remote regions of a service that Atlas is still building are set once it is ready'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        def status = null
        atlas.onCall = { String call ->
            if (call.startsWith('updateRemoteRegions')) {
                status = atlas.show(PROJECT)[0].status().text()
            }
        }

        when:
        def report = applier.apply(planOf([service('us-east-1', [], ['eu-west-1'])]), { })

        then:
        report.done
        status == 'AVAILABLE'
    }

    def 'remote regions are done once a look after the change shows them'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.regionsLag = Duration.ofSeconds(25)

        when:
        def report = applier.apply(planOf([service('us-east-1', [], ['eu-west-1'])]), { events << it })

        then:
        report.done
        atlas.show(PROJECT)[0].remoteRegions().get()*.cloudName() == ['eu-west-1']
        events.findAll { it instanceof ApplyEvent.Waiting }*.status() == ['AVAILABLE, remote regions not yet as asked for']
        writes().size() == 1
    }

    def 'a service that is being deleted is waited out, then created'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [])
        atlas.deleteService(PROJECT, CloudProvider.AWS, id)
        atlas.calls.clear()

        when:
        def report = apply('us-east-1': [])

        then:
        report.done
        writes() == ["createService $PROJECT us-east-1"]
    }

    def 'what Atlas is still at work on is waited for without a write'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')

        when:
        def report = apply('us-east-1': [])

        then:
        report.done
        writes().isEmpty()
    }

    def 'regional mode goes on before everything else and off after it'() {
        when:
        applier.apply(planOf([service('us-east-1', [A])], mode), { })

        then:
        writes()*.takeBefore(' ') == order

        where:
        mode  | order
        true  | ['setRegionalMode', 'createService', 'createEndpoint']
        null  | ['createService', 'createEndpoint']
    }

    def 'regional mode goes off after everything else'() {
        given:
        atlas.setRegionalMode(PROJECT, true)
        atlas.calls.clear()

        when:
        applier.apply(planOf([service('us-east-1', [A])], false), { })

        then:
        writes()*.takeBefore(' ') == ['createService', 'createEndpoint', 'setRegionalMode']
    }

    def 'a status nobody knows is waited for until the time limit, and named'() {
        given:
        atlas.fates['us-east-1'] = 'PONDERING'

        when:
        def report = apply('us-east-1': [])

        then:
        def outcome = report.outcomes()[0] as StepOutcome.TimedOut
        outcome.status() == 'PONDERING'
        time.elapsed == Duration.ofHours(1)
    }

    def 'one look that fails does not end a wait, but #kind does'() {
        given:
        atlas.refuse('services', FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'GET answered 503'), 3)
        def planned = planUnread('us-east-1')

        when:
        def report = applier.apply(planned, { })

        then:
        report.done

        when:
        atlas.refuse('services', FakeAtlas.problem(kind, 'GET answered no'), 1)
        def second = applier.apply(planUnread('us-west-2'), { })

        then:
        second.outcomes()[0].why() == 'GET answered no'

        where:
        kind << [AtlasProblem.Kind.FORBIDDEN, AtlasProblem.Kind.UNAUTHORIZED]
    }

    def 'a wait whose last look fails says so, and not what was seen an hour ago'() {
        given:
        def planned = planUnread('us-east-1')
        atlas.refuse('services', FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'GET answered 503'), 999)

        when:
        def report = applier.apply(planned, { })

        then:
        (report.outcomes()[0] as StepOutcome.Failed).why() == 'GET answered 503'
        time.elapsed == Duration.ofHours(1)
    }

    def 'a cancelled run ends its waits, begins nothing, and the next run goes on from there'() {
        given:
        time.onSleep = { applier.cancel(); Thread.interrupted() }

        when:
        def report = apply('us-east-1': [A])

        then:
        report.outcomes()*.class == [StepOutcome.Interrupted, StepOutcome.NotAttempted]

        when:
        time.onSleep = { }
        def again = new Applier(atlas, { it.run() }, time, time, Patience.standard())
        def second = again.apply(plan('us-east-1': [A]), { })

        then:
        second.done
        atlas.show(PROJECT).size() == 1
    }

    def 'what waits for a free lane when the run is cancelled is not sent'() {
        given:
        List<Runnable> queue = []
        Applier crowded = null
        crowded = new Applier(atlas, { task ->
            queue << task
            if (queue.size() == 3) {
                crowded.cancel()
                queue*.run()
            }
        }, time, time, Patience.standard())

        when:
        def report = crowded.apply(plan('us-east-1': [], 'us-east-2': [], 'us-west-2': []), { })

        then:
        report.outcomes()*.class.unique() == [StepOutcome.NotAttempted]
        report.outcomes()*.why().unique() == ['the run was cancelled before anything was sent for it']
        writes().isEmpty()
    }

    def 'a step whose write went out before the run was cancelled is interrupted, and one that only looked was not attempted'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.mark(PROJECT, A, 'FAILED')
        atlas.onCall = { String call ->
            if (call.startsWith(cancelledAt)) {
                applier.cancel()
            }
        }

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.outcomes()*.class == [outcome]
        writes().size() == written

        where:
        cancelledAt      || outcome                  | written
        'endpoint '      || StepOutcome.NotAttempted | 0
        'deleteEndpoint' || StepOutcome.Interrupted  | 1
    }

    def 'a #thing that one look leaves out is waited for all the same'() {
        given:
        def planned = plan('us-east-1': [A])
        atlas.overlook(look)

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes()*.takeBefore(' ') == ['createService', 'createEndpoint']

        where:
        thing      | look
        'service'  | 'services'
        'endpoint' | 'endpoint'
    }

    def 'a #thing that two looks in a row do not find was removed by somebody'() {
        given:
        def planned = plan('us-east-1': [A])
        atlas.overlook(look, 2)

        when:
        def report = applier.apply(planned, { })

        then:
        report.outcomes().find { it instanceof StepOutcome.Failed }.why() == why
        atlas.calls.count { it.startsWith("$look ") } == looks

        where:
        thing      | look       || why                                     | looks
        'service'  | 'services' || 'it was deleted while we waited for it' | 2
        'endpoint' | 'endpoint' || 'it was removed while we waited for it' | 2
    }

    def 'a conflict with a service that one look leaves out is adopted at the next'() {
        given:
        def planned = plan('us-east-1': [])
        atlas.standing(PROJECT, 'us-east-1')
        atlas.overlook('services')

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes().size() == 1
    }

    def 'a fault of our own ends the run once the write that is out has come back, and nothing else goes out'() {
        given:
        def lane = Executors.newSingleThreadExecutor()
        def isOut = new CountDownLatch(1)
        def isFaultDue = new CountDownLatch(1)
        def slowAtlas = new FakeAtlas(time) {
            @Override
            ObservedService createService(ProjectId project, ServiceKey key, Optional<SortedSet<Region>> remoteRegions) {
                isOut.countDown()
                isFaultDue.await()
                super.createService(project, key, remoteRegions)
            }
        }
        def slow = new Applier(slowAtlas, lane, time, time, Patience.standard())
        int begun = 0

        when:
        slow.apply(plan('us-east-1': [], 'us-east-2': [], 'us-west-2': [])) { event ->
            if (++begun == 3) {
                isOut.await()
                Thread.start { isFaultDue.countDown() }
                throw new IllegalStateException('a fault of ours')
            }
        }

        then:
        def fault = thrown(IllegalStateException)
        fault.message == 'a fault of ours'
        slowAtlas.calls == ["createService $PROJECT us-east-1".toString()]

        cleanup:
        lane.shutdownNow()
    }

    def 'a create whose last sending is carried out and not answered is adopted'() {
        given:
        atlas.refuse("create$kind", FakeAtlas.problem(AtlasProblem.Kind.UNREACHABLE, 'reset', true), 2)
        atlas.lose("create$kind")

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        writes().count { it.startsWith("create$kind") } == 3

        where:
        kind << ['Service', 'Endpoint']
    }

    def 'a time limit shorter than the first look is kept'() {
        given:
        def hasty = new Applier(
                atlas, { it.run() }, time, time, new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Optional.empty(), 1))

        when:
        def report = hasty.apply(plan('us-east-1': []), { })

        then:
        report.outcomes()[0] instanceof StepOutcome.TimedOut
        time.elapsed == Duration.ofSeconds(30)
    }

    def 'a service whose endpoint is on its way out already is #what once that is gone'() {
        given:
        atlas.removesServiceWithLastEndpoint = false
        def id = atlas.standing(PROJECT, 'us-east-1', [A], status)
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))
        def address = dev.linkspan.model.Address.service(PROJECT, Regions.parse(CloudProvider.AWS, 'us-east-1'))

        when:
        def report = apply(services, new Guard(true, [address] as Set))

        then:
        report.done
        writes()*.takeBefore(' ') == expected

        where:
        what       | status      | services          || expected
        'deleted'  | 'AVAILABLE' | [:]               || ['deleteService']
        'replaced' | 'FAILED'    | ['us-east-1': []] || ['deleteEndpoint', 'deleteService', 'createService']
    }

    def 'a service whose last endpoint is on its way out already is there afterwards: #what'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))

        when:
        def report = applier.apply(planOf([service('us-east-1', endpoints, remotes)]), { })

        then:
        report.done
        report.outcomes()*.remarks()*.last().any { it.startsWith('the service went with its last endpoint and was created again as com.') }
        atlas.show(PROJECT)*.status()*.text() == ['AVAILABLE']
        writes()*.takeBefore(' ') == expected

        where:
        what                      | endpoints | remotes       || expected
        'it has none'             | []        | null          || ['createService']
        'other remote regions'    | []        | ['eu-west-1'] || ['updateRemoteRegions', 'createService']
        'the same endpoint again' | [A]       | null          || ['createEndpoint', 'createService', 'createEndpoint']
    }

    def 'a service that keeps an endpoint while another is on its way out is not waited for'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))

        when:
        def report = apply('us-east-1': [B])

        then:
        report.outcomes().empty
        time.elapsed == Duration.ZERO
    }

    def 'an endpoint that another run has replaced while we waited for it to go is adopted'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.mark(PROJECT, A, 'FAILED')
        def planned = plan('us-east-1': [A, B])
        boolean isBack = false
        atlas.onCall = { String call ->
            if (call.startsWith("endpoint $PROJECT $A") && time.elapsed >= FakeAtlas.DELETE_TIME && !isBack) {
                isBack = true
                atlas.createEndpoint(PROJECT, id, EndpointId.aws(A), EndpointAttributes.NONE)
                atlas.calls.clear()
            }
        }

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes().isEmpty()
        time.elapsed < Duration.ofMinutes(3)
    }

    def 'an endpoint that somebody adds again while it is deleted is told'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        def planned = plan(Guard.allowingDelete(), 'us-east-1': [B])
        boolean isBack = false
        atlas.onCall = { String call ->
            if (call.startsWith("endpoint $PROJECT $A") && time.elapsed >= FakeAtlas.DELETE_TIME && !isBack) {
                isBack = true
                atlas.createEndpoint(PROJECT, id, EndpointId.aws(A), EndpointAttributes.NONE)
            }
        }

        when:
        def report = applier.apply(planned, { })

        then:
        report.outcomes()[0].why().startsWith('it is there although its removal was asked for')
        time.elapsed < Duration.ofMinutes(3)
    }

    def 'a delete that is #what is looked after'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A])
        def planned = plan([:], Guard.allowingDelete())
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))
        atlas.refuse('deleteEndpoint', FakeAtlas.problem(kind, 'DELETE answered no', isLost), 1)

        expect:
        applier.apply(planned, { }).done

        where:
        what                   | kind                          | isLost
        'not answered'         | AtlasProblem.Kind.UNREACHABLE | true
        'refused as a second'  | AtlasProblem.Kind.CONFLICT    | false
        'refused as not valid' | AtlasProblem.Kind.INVALID     | false
    }

    def 'an endpoint that recovered after it was planned is not replaced'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.mark(PROJECT, A, 'FAILED')
        def planned = plan('us-east-1': [A, B])
        atlas.mark(PROJECT, A, 'AVAILABLE')

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes().isEmpty()
    }

    def 'a service that recovered after it was planned is not replaced'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [], 'FAILED')
        def planned = plan('us-east-1': [])
        atlas.markService(PROJECT, id, 'AVAILABLE')

        when:
        def report = applier.apply(planned, { })

        then:
        report.done
        writes().isEmpty()
    }

    def 'whoever watches hears of the beginning, the waiting and the end of each step'() {
        when:
        apply('us-east-1': [])

        then:
        events.first() instanceof ApplyEvent.Began
        def reminders = events.findAll { it instanceof ApplyEvent.StillWaiting }
        reminders*.waits().flatten()*.since() == [30, 60, 90, 120, 150].collect { Duration.ofSeconds(it) }
        reminders*.waits().flatten()*.status().unique() == ['INITIATING']
        events.last() instanceof ApplyEvent.Ended
    }

    def 'whoever watches hears of each new status'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.onCall = { String call ->
            if (call.startsWith('endpoint ')) {
                atlas.mark(PROJECT, A, time.elapsed < FakeAtlas.ENDPOINT_TIME ? 'PENDING' : null)
            }
        }

        when:
        apply('us-east-1': [A])

        then:
        events.findAll { it instanceof ApplyEvent.Waiting }*.status() == ['PENDING']
    }
}
