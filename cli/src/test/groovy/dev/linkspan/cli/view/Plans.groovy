package dev.linkspan.cli.view

import dev.linkspan.compare.Difference
import dev.linkspan.model.Address
import dev.linkspan.model.BlindSpot
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectRef
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceId
import dev.linkspan.model.ServiceKey
import dev.linkspan.plan.Action
import dev.linkspan.plan.GcpMigration
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Reason
import dev.linkspan.plan.Step
import dev.linkspan.plan.Subject

/** Plans to draw. */
final class Plans {

    static final ProjectId PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final ProjectId OTHER = new ProjectId('6e2211c17a3e5a48f5497de4')
    static final ABSENT = new Reason('not-in-atlas', 'Atlas does not have it')

    private static final Subject ENDPOINT = new Subject.Endpoint(Optional.of(new ServiceId('6a793f68c0eb9e7a17715835')), EndpointAttributes.NONE)
    private static final Subject SERVICE = service()

    static Address service(ProjectRef project, String region) {
        Address.service(project, Regions.parse(CloudProvider.AWS, region))
    }

    static Address endpoint(ProjectRef project, String region, int number) {
        service(project, region).endpoint(EndpointId.aws(sprintf('vpce-%017x', number)))
    }

    static Subject service(String... remotes) {
        def regions = remotes.collect { Regions.parse(CloudProvider.AWS, it) } as TreeSet
        new Subject.Service(Optional.empty(), remotes ? Optional.of(regions) : Optional.empty())
    }

    static Plan of(List<Step> steps, List<BlindSpot> blindSpots = [], Map<ProjectRef, String> names = [:]) {
        new Plan(new TreeMap(names), steps, new TreeSet(blindSpots))
    }

    /** Two commands, spec text, and Atlas's own words trying to paint the terminal. */
    static GcpMigration migration() {
        def region = Regions.parse(CloudProvider.GCP, 'us-east4')
        new GcpMigration(
                Address.service(PROJECT, new ServiceKey(region, false)), Address.service(PROJECT, new ServiceKey(region, true)),
                GcpMigration.Stage.CONNECT,
                ['The port-mapped service is ready.', '\u001b[31mno\nway'],
                [new GcpMigration.Task('Make one forwarding rule.', Optional.empty(), ['gcloud compute addresses create psc', 'gcloud compute \u202e']),
                 new GcpMigration.Task('Declare it.', Optional.of("gcp('us-east4') {\n    portMapped()\n}"), []),
                 new GcpMigration.Task('Plan again | <b>', Optional.empty(), [])])
    }

    static Step settling() {
        new Step.Keep(service(PROJECT, 'us-east-1'), SERVICE, new Reason('settling', 'Atlas is still working on it'),
                'INITIATING', true)
    }

    static Step kept() {
        new Step.Keep(service(PROJECT, 'eu-west-1'), SERVICE, new Reason('as-declared', 'as declared'), 'AVAILABLE', false)
    }

    static Step created() {
        new Step.Create(service(PROJECT, 'us-east-1'), SERVICE, ABSENT)
    }

    static Step heldDelete() {
        new Step.Hold(endpoint(PROJECT, 'us-east-1', 9), ENDPOINT, Optional.of(Action.DELETE),
                new Reason('protected', 'protect() refuses it'))
    }

    static Step heldCreate() {
        new Step.Hold(endpoint(PROJECT, 'us-east-1', 8), ENDPOINT, Optional.of(Action.CREATE),
                new Reason('service-held', 'its service is held'))
    }

    static Step unseen() {
        new Step.Hold(service(OTHER, 'us-east-1'), SERVICE, Optional.empty(),
                new Reason('unseen', 'it could not be read'))
    }

    static BlindSpot blindSpot() {
        new BlindSpot(Address.provider(OTHER, CloudProvider.AWS), 'the key has no role in this project',
                'Give the key the role Project Read Only.')
    }

    /** One step of every kind, two projects, something unseen, and Atlas's own words trying to paint the terminal. */
    static Plan everything() {
        def all = of([
                new Step.Update(Address.regionalMode(PROJECT), new Subject.RegionalMode(true),
                        [new Difference('regionalMode', 'true', 'false')], new Reason('differs', 'Atlas has other values'),
                        ['The connection strings of sharded clusters change with regional mode.']),
                new Step.Create(service(PROJECT, 'us-east-1'), service('eu-west-1', 'us-east-2'), ABSENT),
                new Step.Update(service(PROJECT, 'us-west-2'), service('eu-west-1'),
                        [new Difference('remoteRegions', '[eu-west-1]', '[]')], new Reason('differs', 'Atlas has other values'),
                        []),
                settling(),
                kept(),
                new Step.Create(endpoint(PROJECT, 'us-east-1', 1), ENDPOINT, ABSENT),
                new Step.Replace(endpoint(PROJECT, 'us-west-2', 2), ENDPOINT, [],
                        new Reason('failed', 'its status is REJECTED: \u001b[31mno\nway'), ['It is the last endpoint.']),
                heldDelete(),
                new Step.Delete(endpoint(PROJECT, 'us-west-2', 3), ENDPOINT, new Reason('unmanaged', 'no spec declares it'), []),
                unseen(),
        ], [blindSpot()], [(PROJECT): 'démo\u202e'])
        new Plan(all.projectNames(), all.steps(), all.blindSpots(), Optional.of([migration()]))
    }
}
