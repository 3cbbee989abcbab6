package dev.linkspan.plan

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import spock.lang.Specification

/** The way off the older architecture of Google Cloud. */
class GcpMigrationSpec extends Specification {

    static final EAST = Regions.parse(CloudProvider.GCP, 'us-east4')
    static final OLDER = new ServiceKey(EAST, false)
    static final NEWER = new ServiceKey(EAST, true)
    static final ATTACHMENT = 'projects/p-v5pcdiyuzgkbs9nznvlrgpyp/regions/us-east4/serviceAttachments/sa-us-east4-6a79405cc0eb9e7a1771b035-0'
    static final GROUP = EndpointAttributes.group('acme-net', ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'] as TreeMap)
    static final RULE = EndpointAttributes.portMapped('acme-net', '10.10.0.5')

    def "where nobody declares the port-mapped service: #stage"() {
        when:
        def plan = plan([wantedOlder()], [foundOlder(), *newer], Guard.allowingDelete())

        then:
        migration(plan).stage() == stage
        migration(plan).stage().phase() == 1
        changes(plan) == changes

        and: 'nothing of the older service is touched'
        plan.steps().findAll { it.address().service().get() == OLDER }.every { it instanceof Step.Keep }

        where:
        newer                                                                     || stage                       | changes
        []                                                                        || GcpMigration.Stage.BEGIN    | ['Create us-east4:port-mapped successor']
        [foundService(key: NEWER, status: 'DELETING')]                            || GcpMigration.Stage.BEGIN    | ['Create us-east4:port-mapped successor']
        [foundService(key: NEWER, status: 'FAILED')]                              || GcpMigration.Stage.BEGIN    | ['Replace us-east4:port-mapped failed']
        [foundService(key: NEWER, status: 'INITIATING')]                          || GcpMigration.Stage.BUILD    | []
        [foundService(key: NEWER, status: 'MIGRATING')]                           || GcpMigration.Stage.BUILD    | []
        [foundService(key: NEWER, attachments: [ATTACHMENT])]                     || GcpMigration.Stage.CONNECT  | []
        [foundNewer('AVAILABLE')]                                                 || GcpMigration.Stage.DECLARE  | []
    }

    def "an endpoint that nobody declares on the port-mapped service is kept, whoever permits deletes: #policy"() {
        when:
        def plan = plan([wantedOlder()], [foundOlder(), foundNewer('AVAILABLE')], Guard.allowingDelete(), policy)

        then:
        def step = plan.steps().find { it.address().endpoint().map { it.value() }.orElse('') == 'psc' }
        policy == UnmanagedPolicy.IGNORE ? step == null : step.reason().id() == 'undeclared-successor'

        where:
        policy << UnmanagedPolicy.values()
    }

    def "where its endpoint is declared: #stage, as it is #status"() {
        when:
        def plan = plan([wantedOlder(), wantedNewer()], [foundOlder(), newer], Guard.allowingDelete())

        then:
        migration(plan).stage() == stage
        changes(plan) == changes

        where:
        status          | newer                                             || stage                       | changes
        'not in Atlas'  | foundService(key: NEWER)                          || GcpMigration.Stage.REGISTER | ['Create us-east4:port-mapped/psc not-in-atlas']
        'INITIATING'    | foundNewer('INITIATING')                          || GcpMigration.Stage.VERIFY   | []
        'PAUSED'        | foundNewer('PAUSED')                              || GcpMigration.Stage.VERIFY   | []
        'FAILED'        | foundNewer('FAILED')                              || GcpMigration.Stage.VERIFY   | ['Replace us-east4:port-mapped/psc failed']
        'elsewhere'     | foundNewer('AVAILABLE', RULE_ELSEWHERE)           || GcpMigration.Stage.VERIFY   | ['Replace us-east4:port-mapped/psc not-in-place']
        'leaving'       | foundNewer('DELETING')                            || GcpMigration.Stage.VERIFY   | ['Create us-east4:port-mapped/psc being-deleted']
        'AVAILABLE'     | foundNewer('AVAILABLE')                           || GcpMigration.Stage.RETIRE   | ['Delete us-east4/grp taken-over', 'Delete us-east4 taken-over']
        'not as it was' | foundNewer('AVAILABLE', RULE, 'INITIATING')       || GcpMigration.Stage.BUILD    | []
    }

    static final RULE_ELSEWHERE = EndpointAttributes.portMapped('acme-net', '10.10.0.99')

    def "before its successor has taken over, nothing of an older service goes that nobody declares: #policy"() {
        when:
        def plan = plan([], [foundOlder(), foundService(key: NEWER)], Guard.allowingDelete(), policy)

        then:
        plan.steps().findAll { it.address().service().get() == OLDER }.collect { [it.class.simpleName, it.reason().id()] } ==
            [['Hold', 'not-taken-over'], ['Hold', 'not-taken-over']]

        where:
        policy << [UnmanagedPolicy.REPORT, UnmanagedPolicy.DELETE]
    }

    def "the older service goes only as far as it may: #what"() {
        when:
        def plan = plan([wantedOlder(options), wantedNewer()].findAll { it.key() == NEWER || isDeclared }, [foundOlder(), foundNewer('AVAILABLE')],
            guard, policy, isProtected, blindSpots)

        then:
        migration(plan).stage() == GcpMigration.Stage.RETIRE
        plan.steps().findAll { it.address().service().get() == OLDER }.collect { [it.class.simpleName, it.reason().id()] } == steps

        where:
        what                      | isDeclared | options                | guard                  | policy                 | isProtected | blindSpots || steps
        'deletes are not allowed' | true       | [:]                    | Guard.strict()         | UnmanagedPolicy.REPORT | false       | []         || [['Hold', 'retirement-not-allowed']] * 2
        'declared, so no policy'  | true       | [:]                    | Guard.strict()         | UnmanagedPolicy.DELETE | false       | []         || [['Hold', 'retirement-not-allowed']] * 2
        'undeclared, by policy'   | false      | [:]                    | Guard.strict()         | UnmanagedPolicy.DELETE | false       | []         || [['Delete', 'taken-over']] * 2
        'undeclared, not allowed' | false      | [:]                    | Guard.strict()         | UnmanagedPolicy.REPORT | false       | []         || [['Hold', 'retirement-not-allowed']] * 2
        'undeclared, allowed'     | false      | [:]                    | Guard.allowingDelete() | UnmanagedPolicy.REPORT | false       | []         || [['Delete', 'taken-over']] * 2
        'declared, allowed'       | true       | [:]                    | Guard.allowingDelete() | UnmanagedPolicy.IGNORE | false       | []         || [['Delete', 'taken-over']] * 2
        'the project protected'   | true       | [:]                    | Guard.allowingDelete() | UnmanagedPolicy.REPORT | true        | []         || [['Hold', 'protected']] * 2
        'the service protected'   | true       | [isProtected: true]    | Guard.allowingDelete() | UnmanagedPolicy.REPORT | false       | []         || [['Hold', 'protected']] * 2
        'its endpoint protected'  | true       | [isGroupSafe: true]    | Guard.allowingDelete() | UnmanagedPolicy.REPORT | false       | []         || [['Hold', 'endpoint-held'], ['Hold', 'protected']]
        'something not read'      | true       | [:]                    | Guard.allowingDelete() | UnmanagedPolicy.REPORT | false       | [blind(Address.provider(PROJECT, CloudProvider.AWS))] || [['Hold', 'project-unseen']] * 2
    }

    def "what somebody else has on the older service keeps it, where specs say to be silent about such"() {
        when:
        def plan = plan([wantedOlder(), wantedNewer()], [foundOlder('other'), foundNewer('AVAILABLE')], Guard.allowingDelete(), UnmanagedPolicy.IGNORE)

        then:
        plan.steps().findAll { it.address().service().get() == OLDER }.collect { [it.class.simpleName, it.reason().id()] } == [['Hold', 'foreign-endpoints']]
    }

    def "nothing is built on the older architecture: #what"() {
        when:
        def plan = plan([wantedOlder()], found, Guard.allowingDelete())

        then:
        plan.steps().findAll { it.address().service().get() == OLDER }.collect { [it.class.simpleName, it.reason().id()] } == steps

        where:
        what               | found                                        || steps
        'it is not there'  | []                                           || [['Hold', 'nothing-older'], ['Hold', 'service-held']]
        'it is leaving'    | [foundService(key: OLDER, status: 'DELETING')] || [['Hold', 'nothing-older'], ['Hold', 'service-held']]
        'it has failed'    | [foundService(key: OLDER, status: 'FAILED')]   || [['Hold', 'nothing-older'], ['Hold', 'service-held']]
        'it lacks a group' | [foundService(key: OLDER)]                     || [['Keep', 'as-declared'], ['Create', 'not-in-atlas']]
    }

    def "once the older service is gone, the specs are left to be cleaned up, and then nothing"() {
        when:
        def plan = plan([wantedOlder(), wantedNewer()], [foundNewer('AVAILABLE')])

        then:
        migration(plan).stage() == GcpMigration.Stage.CLEAN_UP
        migration(plan).next()[0].what() == 'Take the block at specs/payments.groovy:2:5 out of the specs: a plan without --migrate-gcp would create the older service again.'
        plan.steps().every { it.address().service().get() == NEWER && it instanceof Step.Keep }

        when:
        def after = GcpMigrationSpec.plan([wantedNewer()], [foundNewer('AVAILABLE')])

        then:
        after.migrations() == Optional.of([])
        !after.hasChanges() && !after.hasPending()
    }

    def "what could not be read is not taken for absent: #spot"() {
        when:
        def plan = plan([wantedOlder()] + wanted, found, Guard.allowingDelete(), UnmanagedPolicy.REPORT, false, [blind(spot)], providers)

        then:
        migration(plan).stage() == GcpMigration.Stage.UNKNOWN
        !plan.hasChanges()
        !plan.complete

        where:
        wanted          | found                                                                        | providers           | spot
        []              | []                                                                           | [CloudProvider.AWS] | Address.provider(PROJECT, CloudProvider.GCP)
        [wantedNewer()] | [foundOlder(), foundService(key: NEWER, listed: [EndpointId.gcp('psc')])]    | [CloudProvider.GCP] | Address.service(PROJECT, NEWER).endpoint(EndpointId.gcp('psc'))
        []              | [foundOlder(), foundService(key: NEWER, listed: [EndpointId.gcp('psc')])]    | [CloudProvider.GCP] | Address.service(PROJECT, NEWER).endpoint(EndpointId.gcp('psc'))
    }

    def "an older service that nobody declares in a project that ignores such is nobody's business"() {
        when:
        def plan = plan([], [foundOlder()], Guard.allowingDelete(), UnmanagedPolicy.IGNORE)

        then:
        plan.migrations() == Optional.of([])
        plan.steps() == []
    }

    def "without being asked, a plan knows nothing of it"() {
        when:
        def plan = Planner.plan(comparison([wantedProject(services: [wantedOlder()])], [foundProject(services: [foundOlder()])]), Guard.strict())

        then:
        plan.migrations().empty
        plan.steps()*.class*.simpleName == ['Keep', 'Keep']
    }

    def "the forwarding rule is made by lines that need no more than a network"() {
        when:
        def next = migration(plan([wantedOlder()], [foundOlder(), foundService(key: NEWER, attachments: [ATTACHMENT])])).next()

        then:
        next[0].commands() == [
            "gcloud compute forwarding-rules describe grp-0 --project=acme-net --region=us-east4 --format='value(network)'",
            'gcloud compute addresses create grp-port-mapped --project=acme-net --region=us-east4 --subnet=SUBNET',
            "gcloud compute forwarding-rules create grp-port-mapped --project=acme-net --region=us-east4 --network=NETWORK --address=grp-port-mapped --target-service-attachment=$ATTACHMENT",
            "gcloud compute addresses describe grp-port-mapped --project=acme-net --region=us-east4 --format='value(address)'"]*.toString()
        next[1].spec().get() == '''\
            gcp('us-east4') {
                portMapped()
                endpoint('grp-port-mapped', gcpProject: 'acme-net', ip: 'ADDRESS')
            }'''.stripIndent()
    }

    def "of an older service without endpoints, the project and the name are not known"() {
        when:
        def next = migration(plan([wantedService(key: OLDER)], [foundService(key: OLDER), foundService(key: NEWER, attachments: [ATTACHMENT])])).next()

        then:
        next[0].commands()[0] == 'gcloud compute addresses create atlas-us-east4-port-mapped --project=PROJECT --region=us-east4 --subnet=SUBNET'
        next[0].commands().size() == 3
    }

    def "an endpoint that is there is declared by the text that is shown"() {
        when:
        def next = migration(plan([wantedOlder()], [foundOlder(), foundNewer('AVAILABLE')])).next()

        then:
        next[0].spec().get() == '''\
            gcp('us-east4') {
                portMapped()
                endpoint('psc', gcpProject: 'acme-net', ip: '10.10.0.5')
            }'''.stripIndent()
    }

    def "what the older service leaves behind in the user's project is found and removed"() {
        given:
        def many = EndpointAttributes.group('acme-net', (0..<50).collectEntries { ["atlas-us-east4-$it".toString(), "10.10.1.$it".toString()] } as TreeMap)

        when:
        def commands = migration(plan([wantedOlder([attributes: attributes == null ? many : attributes]), wantedNewer()], [foundNewer('AVAILABLE')])).next()[1].commands()

        then:
        commands.every { it.size() < 600 }
        commands.collectMany { (it =~ /delete (.*) --project=acme-net --region=us-east4$/).collect { it[1].split(' ').toList() }.flatten() } == rules
        commands.last().endsWith("--format='value(name)'")

        where:
        attributes || rules
        GROUP      || ['grp-0', 'grp-1']
        null       || (0..<50).collect { "atlas-us-east4-$it".toString() }.toSorted()
    }

    def "nothing that Atlas shows can break out of a command or of spec text"() {
        given:
        def evil = new EndpointAttributes(Optional.of("10.0.0.1'; evil"), Optional.of('acme; evil'), ['grp; evil': '$(evil)'] as TreeMap)
        def group = foundEndpoint(new EndpointId(CloudProvider.GCP, 'grp; evil'), attributes: evil)
        def older = foundService(key: OLDER, endpoints: [group])

        expect:
        migration(plan([], [older, foundService(key: NEWER, attachments: ['projects/p/regions/r/serviceAttachments/x; evil'])])).next()
            *.commands().flatten() == []
        !migration(plan([], [older, foundService(key: NEWER, attachments: [ATTACHMENT])])).next()*.commands().flatten().any { it.contains('evil') }
        migration(plan([], [older, foundService(key: NEWER, endpoints: [foundEndpoint(EndpointId.gcp('psc'), attributes: evil)])])).next()[0].spec().get()
            .contains("endpoint('psc', gcpProject: 'acme; evil', ip: '10.0.0.1\\'; evil')")
        !migration(plan([wantedNewer()], [older, foundNewer('AVAILABLE')])).next()*.commands().flatten().any { it.contains('evil') }
    }

    def "what is next is said for what the plan does, and for what it holds: #stage"() {
        expect:
        migration(plan(wanted, found, guard)).next().last().what() ==~ words

        where:
        stage      | wanted                         | found                                                          | guard                  || words
        'begin'    | [wantedOlder()]                | [foundOlder()]                                                 | Guard.strict()         || /Apply this plan, which creates the port-mapped service, then plan with --migrate-gcp again\./
        'held'     | [wantedOlder(), wantedNewer()] | [foundOlder(), foundNewer('AVAILABLE', RULE, 'FAILED')]        | Guard.strict()         || /It is held: it has failed, and one endpoint hangs on it.*\./
        'build'    | [wantedOlder()]                | [foundOlder(), foundService(key: NEWER, status: 'INITIATING')] | Guard.strict()         || /Wait until it is ready: applying this plan does; .*/
        'register' | [wantedOlder(), wantedNewer()] | [foundOlder(), foundService(key: NEWER)]                       | Guard.strict()         || /Apply this plan, which registers the endpoint with Atlas, .*/
        'verify'   | [wantedOlder(), wantedNewer()] | [foundOlder(), foundNewer('INITIATING')]                       | Guard.strict()         || /Wait until the endpoint is AVAILABLE.*/
        'failed'   | [wantedOlder(), wantedNewer()] | [foundOlder(), foundNewer('FAILED')]                           | Guard.strict()         || /Apply this plan, which removes the endpoint and adds it again, .*/
        'no name'  | [wantedOlder()]                | [foundOlder(), foundService(key: NEWER)]                       | Guard.strict()         || /Atlas shows no service attachment that could be connected to.*/
    }

    def "how the older service goes is said for what the plan does, and for what it holds: #what"() {
        expect:
        migration(plan([wantedOlder(options), wantedNewer()], found, guard)).next()*.what()[2] ==~ words

        where:
        what       | options             | found                                                                  | guard                  || words
        'held'     | [:]                 | [foundOlder(), foundNewer('AVAILABLE')]                                | Guard.strict()         || /Plan with --migrate-gcp --allow-delete, and apply that plan.*/
        'done'     | [:]                 | [foundOlder(), foundNewer('AVAILABLE')]                                | Guard.allowingDelete() || /Apply this plan, which deletes the older service and its endpoints\./
        'safe'     | [isProtected: true] | [foundOlder(), foundNewer('AVAILABLE')]                                | Guard.allowingDelete() || /The delete of the older service is held: protect\(\) refuses it\./
        'leaving'  | [:]                 | [foundService(key: OLDER, status: 'DELETING'), foundNewer('AVAILABLE')] | Guard.allowingDelete() || /Wait until Atlas has let the older service go\./
    }

    def "a part of a plan keeps what is said of that part"() {
        given:
        def plan = plan([wantedOlder()], [foundOlder()])

        expect:
        plan.only([new Target(target)]).migrations().get().size() == left

        where:
        target                     || left
        '*/gcp/us-east4'           || 1
        '*/us-east4:port-mapped'   || 1
        '*/grp'                    || 1
    }

    def "a plan that was kept and has brought the successor goes on to be applied, and takes nothing away that it did not say: #what"() {
        given:
        def wanted = [wantedOlder(), wantedNewer()]
        def then = plan(wanted, before, guard)

        when:
        def now = then.again(compared(wanted, [*older, foundNewer('AVAILABLE')]), guard.migratingGcp(), [])

        then:
        PlanDrift.between(then, now).none
        !now.hasChanges()
        now.steps().findAll { it.address().service().get() == OLDER }*.reason()*.id() == reasons
        guard == Guard.strict() || older == [] || migration(now).next()[2].what().startsWith('Plan with --migrate-gcp --allow-delete')

        where:
        what                     | before                                         | older          | guard                  || reasons
        'deletes held'           | [foundOlder(), foundService(key: NEWER)]       | [foundOlder()] | Guard.strict()         || ['retirement-not-allowed'] * 2
        'deletes allowed'        | [foundOlder(), foundService(key: NEWER)]       | [foundOlder()] | Guard.allowingDelete() || ['next-phase'] * 2
        'there was nothing'      | [foundService(key: NEWER)]                     | []             | Guard.allowingDelete() || []
        'a group was made'       | [foundService(key: OLDER), foundService(key: NEWER)] | [foundOlder()] | Guard.allowingDelete() || ['next-phase'] * 2
    }

    def "a plan that says what it takes away can be applied again until that is gone"() {
        given:
        def wanted = [wantedOlder(), wantedNewer()]
        def guard = Guard.allowingDelete()
        def then = plan(wanted, [foundOlder(), foundNewer('AVAILABLE')], guard)

        when:
        def now = then.again(compared(wanted, [*left, foundNewer('AVAILABLE')]), guard.migratingGcp(), [])

        then:
        PlanDrift.between(then, now).none
        now.steps().findAll { it instanceof Step.Delete }.size() == deletes

        where:
        left                                                      || deletes
        [foundOlder()]                                            || 2
        [foundService(key: OLDER)]                                || 1
        [foundService(key: OLDER, status: 'DELETING')]            || 0
        []                                                        || 0
    }

    def "a plan that takes the older service away is stale once its successor is not up any more"() {
        given:
        def wanted = [wantedOlder(), wantedNewer()]
        def guard = Guard.allowingDelete()
        def then = plan(wanted, [foundOlder(), foundNewer('AVAILABLE')], guard)

        when:
        def now = then.again(compared(wanted, [foundOlder(), foundNewer('FAILED')]), guard.migratingGcp(), [])

        then:
        PlanDrift.between(then, now).moved().findAll { it.address().service().get() == OLDER }.collect { it.is().get().class.simpleName } == ['Keep', 'Keep']
    }

    private static compared(List services, List found) {
        comparison([wantedProject(services: services)], [foundProject(services: found)])
    }

    private static Plan plan(
            List services, List found, Guard guard = Guard.strict(), UnmanagedPolicy policy = UnmanagedPolicy.REPORT, boolean isProtected = false,
            List blindSpots = [], List providers = [CloudProvider.GCP]) {
        Planner.plan(
            comparison(
                [wantedProject(unmanaged: policy, isProtected: isProtected, services: services)],
                [foundProject(services: found, providersRead: providers)],
                blindSpots),
            guard.migratingGcp())
    }

    private static GcpMigration migration(Plan plan) {
        def all = plan.migrations().get()
        assert all.size() == 1
        all[0]
    }

    private static List<String> changes(Plan plan) {
        plan.steps().findAll { it.isChange() }.collect { "${it.class.simpleName} ${it.address().toString() - "$PROJECT/gcp/"} ${it.reason().id()}".toString() }
    }

    private static wantedOlder(Map options = [:]) {
        wantedService(key: OLDER, isProtected: options.isProtected,
            endpoints: [wantedEndpoint(EndpointId.gcp('grp'), attributes: options.attributes ?: GROUP, isProtected: options.isGroupSafe)])
    }

    private static wantedNewer() {
        wantedService(key: NEWER, endpoints: [wantedEndpoint(EndpointId.gcp('psc'), attributes: RULE)])
    }

    private static foundOlder(String group = 'grp') {
        foundService(key: OLDER, endpoints: [foundEndpoint(EndpointId.gcp(group), attributes: GROUP)])
    }

    private static foundNewer(String endpoint, EndpointAttributes attributes = RULE, String status = 'AVAILABLE') {
        foundService(key: NEWER, status: status, attachments: [ATTACHMENT],
            endpoints: [foundEndpoint(EndpointId.gcp('psc'), attributes: attributes, status: endpoint)])
    }
}
