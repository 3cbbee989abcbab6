package dev.linkspan.apply

import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import java.time.Duration

/** What waiting costs: calls, and time over what Atlas itself takes. The clock is the test's, so the numbers are exact. */
class PollingSpec extends ApplySpecification {

    static final PLACES = [
        AWS: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-central-1'],
        AZURE: ['azure/eastus2', 'azure/westeurope', 'azure/northeurope'],
        GCP: ['gcp/us-central1', 'gcp/us-east4']]

    def '#count new services on #cloud take one list call for each look, and #over over what Atlas takes'() {
        given:
        def provider = CloudProvider.valueOf(cloud)

        when:
        def report = apply(PLACES[cloud].take(count).collectEntries { [it, []] })

        then:
        report.done
        lists() == ["services $PROJECT $provider".toString()] * looks
        report.took() - FakeAtlas.SERVICE_TIMES[provider] == Duration.parse(over)

        where:
        cloud   | count || looks | over
        'AWS'   | 1     || 4     | 'PT11.125S'
        'AWS'   | 6     || 4     | 'PT11.125S'
        'AZURE' | 1     || 3     | 'PT5.5S'
        'AZURE' | 3     || 3     | 'PT5.5S'
        'GCP'   | 1     || 5     | 'PT0.656S'
        'GCP'   | 2     || 5     | 'PT0.656S'
    }

    def 'services of all clouds side by side take as long as the slowest, and each cloud its own looks'() {
        when:
        def report = apply(PLACES.values().flatten().collectEntries { [it, []] })

        then:
        report.took() == FakeAtlas.SERVICE_TIMES[CloudProvider.GCP] + Duration.ofMillis(656)
        report.outcomes().groupBy { it.step().address().provider().get() }.collectEntries { [it.key, it.value*.took().unique()] } == [
            (CloudProvider.AWS): [Duration.parse('PT2M59.125S')],
            (CloudProvider.AZURE): [Duration.parse('PT1M4.5S')],
            (CloudProvider.GCP): [Duration.parse('PT4M35.656S')]]
        lists().countBy { it } == [
            ("services $PROJECT AWS".toString()): 4, ("services $PROJECT AZURE".toString()): 3, ("services $PROJECT GCP".toString()): 5]
    }

    def 'a service that is looked at often does not make another, which begins later, be looked at too early'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        time.pass(Duration.ofSeconds(100))

        when:
        def report = apply('us-east-1': [], 'us-west-2': [])

        then:
        report.outcomes()*.took() == [Duration.parse('PT1M32.07S'), Duration.parse('PT2M59.125S')]
        lists().size() == 6 + 4
    }

    def 'an endpoint is looked at only while it is waited for, and #over over what Atlas takes'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.took() - FakeAtlas.ENDPOINT_TIME == Duration.parse(over)
        atlas.calls == ["createEndpoint $PROJECT $B", "endpoint $PROJECT $B", "endpoint $PROJECT $B", "clusters $PROJECT"]*.toString()

        where:
        over = 'PT3S'
    }

    def 'a step that goes on for hours is looked at once a minute in the end'() {
        given:
        atlas.fates['us-east-1'] = 'PONDERING'
        List<Duration> looks = []
        atlas.onCall = { String call -> looks << time.elapsed }

        when:
        apply('us-east-1': [])

        then:
        looks[-2] - looks[-3] == Duration.ofMinutes(1)
        looks.size() == 66
    }

    def 'whoever watches hears how long a service usually takes on #cloud, and nothing of the kind for an endpoint'() {
        when:
        apply((place): [])

        then:
        def waits = events.findAll { it instanceof ApplyEvent.StillWaiting }*.waits().flatten()
        waits*.usual().unique() == [Optional.of(Duration.ofSeconds(seconds))]

        where:
        cloud          | place             || seconds
        'AWS'          | 'us-east-1'       || 168
        'Azure'        | 'azure/eastus2'   || 59
        'Google Cloud' | 'gcp/us-central1' || 275
    }

    def 'nothing is claimed of how long an endpoint takes'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.mark(PROJECT, A, 'PENDING')
        applier = applier(Patience.standard().within(Duration.ofMinutes(2)))

        when:
        apply('us-east-1': [A])

        then:
        events.findAll { it instanceof ApplyEvent.StillWaiting }*.waits().flatten()*.usual().unique() == [Optional.empty()]
    }
}
