package dev.linkspan.cli.view

import dev.linkspan.apply.ApplyReport
import dev.linkspan.apply.StepOutcome
import dev.linkspan.connect.ConnectionPaths
import dev.linkspan.connect.Connections
import dev.linkspan.model.Address
import dev.linkspan.model.BlindSpot
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Cluster
import dev.linkspan.model.ClusterState
import dev.linkspan.model.EndpointId
import dev.linkspan.model.PrivateConnectionString
import dev.linkspan.model.PrivateConnectionString.Passage
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import java.time.Duration

/** Reports of runs to draw. */
final class Reports {

    /** One outcome of every kind, with Atlas's own words trying to be more than words. */
    static ApplyReport everything() {
        def steps = Plans.everything().steps().findAll { it.isChange() || it.isPending() }
        new ApplyReport([
                new StepOutcome.Done(steps[0], ['AVAILABLE'], Duration.ofSeconds(3)),
                new StepOutcome.Failed(steps[1], 'Atlas refused: no | way @team\n::error::x', 'Give the key the role Project Owner.', Duration.ofSeconds(168)),
                new StepOutcome.TimedOut(steps[2], 'INITIATING<br>', Duration.ofMinutes(60)),
                new StepOutcome.Interrupted(steps[3], Duration.ofSeconds(9)),
                new StepOutcome.NotAttempted(steps[4], 'it needs its service', true),
                new StepOutcome.UnderWay(steps[5], 'PENDING|', Duration.ofSeconds(1)),
        ], connections(), Duration.ofMinutes(61))
    }

    /** Every kind of answer, with names that try to be more than names. */
    private static Connections connections() {
        def virginia = Regions.parse(CloudProvider.AWS, 'us-east-1')
        def project = new ProjectId('5e2211c17a3e5a48f5497de3')
        def here = Address.service(project, virginia).endpoint(EndpointId.aws('vpce-0d00c26273372c6ef'))
        def away = Address.service(project, Regions.parse(CloudProvider.GCP, 'us-east1')).endpoint(EndpointId.gcp('psc-app'))
        def string = new PrivateConnectionString(
                Optional.of('mongodb+srv://cluster0-pl-0.a1b2c.mongodb.net'),
                Optional.of('mongodb://pl-0-us-east-1.a1b2c.mongodb.net:1024/?ssl=true'),
                Optional.of('mongodb+srv://cluster0-pl-0-lb.a1b2c.mongodb.net'),
                [new Passage(here.endpoint().get(), Optional.of(virginia))])
        def clusters = [
                new Cluster('Cluster0', ClusterState.IDLE, false, true, [virginia] as TreeSet, [string]),
                new Cluster('Growing', new ClusterState('UPDATING'), false, true, [virginia] as TreeSet, [string]),
                new Cluster('a|b @team', ClusterState.IDLE, true, true, [virginia] as TreeSet, [])]
        new Connections(
                ConnectionPaths.through([here, away], [here, away], clusters),
                [new BlindSpot(Address.of(new ProjectId('6f3322d28b4f6b59a6508ef4')), 'GET /groups: 403 FORBIDDEN <b>', 'Give the key a role.')] as TreeSet)
    }
}
