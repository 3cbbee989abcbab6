package dev.linkspan.audit

import static dev.linkspan.model.CloudProvider.AWS
import static dev.linkspan.model.CloudProvider.AZURE
import static dev.linkspan.model.CloudProvider.GCP
import static dev.linkspan.model.Health.FAILED
import static dev.linkspan.model.Health.LEAVING
import static dev.linkspan.model.Health.PENDING
import static dev.linkspan.model.Health.READY
import static dev.linkspan.model.Health.UNKNOWN
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.compare.Comparison
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.ServiceStatus
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Planner
import dev.linkspan.plan.Step
import spock.lang.Specification

/** Every status that Atlas documents, on every cloud: its health, what a plan does about it, what an audit finds, and a sentence for users. */
class StatusTableSpec extends Specification {

    private static final REGIONS = [(AWS): 'us-east-1', (AZURE): 'eastus2', (GCP): 'us-central1']
    private static final IDS = [
        (AWS): 'vpce-0d00c26273372c6ef',
        (AZURE): '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe-app',
        (GCP): 'psc-app']

    def "a service on #cloud that is #status"() {
        given:
        def compared = compared(cloud, status, null)

        expect:
        new ServiceStatus(status).health() == health
        planned(compared) == plan
        found(compared) == audit
        isExplained(StatusMeaning.of(new ServiceStatus(status)), health)

        where:
        [cloud, status, health, plan, audit] << [[AWS, AZURE, GCP], [
            ['INITIATING', PENDING, 'wait', 'settling note'],
            ['AVAILABLE', READY, 'keep', null],
            ['WAITING_FOR_USER', READY, 'keep', null],
            ['FAILED', FAILED, 'replace', 'unhealthy error'],
            ['DELETING', LEAVING, 'create', 'unhealthy error'],
            ['MIGRATING', UNKNOWN, 'wait', 'unhealthy warning'],
        ]].combinations().collect { [it[0], *it[1]] }
    }

    def "an endpoint on #cloud that is #status"() {
        given:
        def compared = compared(cloud, 'AVAILABLE', status)

        expect:
        new ConnectionStatus(status).health() == health
        planned(compared) == plan
        found(compared) == audit
        isExplained(StatusMeaning.of(new ConnectionStatus(status)), health)

        where:
        cloud | status               || health  | plan      | audit
        AWS   | 'NONE'               || PENDING | 'wait'    | 'settling note'
        AWS   | 'PENDING_ACCEPTANCE' || PENDING | 'wait'    | 'settling note'
        AWS   | 'PENDING'            || PENDING | 'wait'    | 'settling note'
        AWS   | 'INITIATING'         || PENDING | 'wait'    | 'settling note'
        AWS   | 'AVAILABLE'          || READY   | 'keep'    | null
        AWS   | 'REJECTED'           || FAILED  | 'replace' | 'unhealthy error'
        AWS   | 'FAILED'             || FAILED  | 'replace' | 'unhealthy error'
        AWS   | 'DELETING'           || LEAVING | 'create'  | 'unhealthy error'
        AZURE | 'NONE'               || PENDING | 'wait'    | 'settling note'
        AZURE | 'INITIATING'         || PENDING | 'wait'    | 'settling note'
        AZURE | 'AVAILABLE'          || READY   | 'keep'    | null
        AZURE | 'FAILED'             || FAILED  | 'replace' | 'unhealthy error'
        AZURE | 'DELETING'           || LEAVING | 'create'  | 'unhealthy error'
        GCP   | 'INITIATING'         || PENDING | 'wait'    | 'settling note'
        GCP   | 'VERIFIED'           || PENDING | 'wait'    | 'settling note'
        GCP   | 'AVAILABLE'          || READY   | 'keep'    | null
        GCP   | 'FAILED'             || FAILED  | 'replace' | 'unhealthy error'
        GCP   | 'DELETING'           || LEAVING | 'create'  | 'unhealthy error'
        GCP   | 'DELETED'            || LEAVING | 'create'  | 'unhealthy error'
        AWS   | 'PAUSED'             || UNKNOWN | 'wait'    | 'unhealthy warning'
        AZURE | 'PAUSED'             || UNKNOWN | 'wait'    | 'unhealthy warning'
        GCP   | 'PAUSED'             || UNKNOWN | 'wait'    | 'unhealthy warning'
    }

    /** @param endpoint its status; null for a service by itself */
    private static Comparison compared(CloudProvider cloud, String service, String endpoint) {
        def key = new ServiceKey(Regions.parse(cloud, REGIONS[cloud]), cloud == GCP)
        def id = new EndpointId(cloud, IDS[cloud])
        comparison(
            [wantedProject(services: [wantedService(key: key, endpoints: endpoint ? [wantedEndpoint(id)] : [])])],
            [foundProject(services: [foundService(key: key, status: service, endpoints: endpoint ? [foundEndpoint(id, status: endpoint)] : [])])])
    }

    /** What is done about the thing itself, which stands last. */
    private static String planned(Comparison compared) {
        def step = Planner.plan(compared, Guard.strict()).steps().last()
        step instanceof Step.Keep && step.isSettling() ? 'wait' : step.class.simpleName.toLowerCase()
    }

    private static String found(Comparison compared) {
        def findings = Auditor.audit(compared).findings().findAll { it.kind().word() in ['settling', 'unhealthy'] }
        findings ? findings.collect { "${it.kind().word()} ${it.severity().name().toLowerCase()}" }.join(', ') : null
    }

    /** In one sentence, and as unknown only where it is. */
    private static boolean isExplained(StatusMeaning meaning, health) {
        meaning.meaning() ==~ /[A-Z][^.]+\./ && (meaning == StatusMeaning.unknown()) == (health == UNKNOWN)
    }
}
