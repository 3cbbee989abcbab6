package dev.linkspan.plan

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Refusal
import spock.lang.Specification

class TargetSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)
    static final ONE = vpce(1)
    static final TWO = vpce(2)

    def 'a target names an address and all below it: #target'() {
        given:
        def services = [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)]), wantedService(region: IRELAND)]
        def plan = Planner.plan(
                comparison(
                        [wantedProject(services: services), wantedProject(ref: OTHER_PROJECT, services: [wantedService()])],
                        [foundProject(), foundProject(id: OTHER_PROJECT)]),
                Guard.strict())

        expect:
        short_(plan.only([new Target(target)])) == expected

        where:
        target                              || expected
        "$PROJECT"                          || ['eu-west-1', 'us-east-1', "us-east-1/$ONE", "us-east-1/$TWO"]
        "$PROJECT/aws/us-east-1"            || ['us-east-1', "us-east-1/$ONE", "us-east-1/$TWO"]
        "$PROJECT/aws/us-east-1/$TWO"       || ['us-east-1', "us-east-1/$TWO"]
        "*/$ONE"                            || ['us-east-1', "us-east-1/$ONE"]
        '*/aws/eu-*'                        || ['eu-west-1']
        '*/us-east-1'                       || ['us-east-1', "us-east-1/$ONE", "us-east-1/$TWO", 'us-east-1']
    }

    def 'a target that names nothing is refused with an example: #target'() {
        given:
        def plan = Planner.plan(comparison([wantedProject(services: [wantedService()])], [foundProject()]), Guard.strict())

        when:
        plan.only([new Target(target)])

        then:
        def refusal = thrown(Refusal)
        refusal.remedy().contains(SERVICE.toString())

        where:
        target << ["$PROJECT/aws/us-west-2", 'us-east-1', '.*', "${PROJECT}x"]*.toString()
    }

    def 'an endpoint of a replaced service brings all endpoints of that service along'() {
        given:
        def plan = Planner.plan(
                comparison(
                        [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
                        [foundProject(services: [foundService(status: 'FAILED', endpoints: [foundEndpoint(1), foundEndpoint(2)])])]),
                new Guard(false, [SERVICE] as Set))

        expect:
        short_(plan.only([new Target("*/$ONE")])) == ['us-east-1', "us-east-1/$ONE", "us-east-1/$TWO"]
    }

    def 'an endpoint that is deleted does not bring the delete of its service along'() {
        given:
        def plan = Planner.plan(
                comparison([wantedProject()], [foundProject(services: [foundService(endpoints: [foundEndpoint(1), foundEndpoint(2)])])]),
                Guard.allowingDelete())

        expect:
        short_(plan.only([new Target("*/$ONE")])) == ["us-east-1/$ONE"]
    }

    def 'a blind spot stays in the part that it hides, and only there'() {
        given:
        def spot = blind(Address.provider(OTHER_PROJECT, CloudProvider.AWS))
        def plan = Planner.plan(
                comparison(
                        [wantedProject(services: [wantedService()]), wantedProject(ref: OTHER_PROJECT, services: [wantedService()])],
                        [foundProject(), foundProject(id: OTHER_PROJECT, providersRead: [CloudProvider.GCP])], [spot]),
                Guard.strict())

        expect:
        plan.only([new Target("$PROJECT/*")]).complete
        !plan.only([new Target("$OTHER_PROJECT/aws/us-east-1")]).complete
        !plan.only([new Target("$OTHER_PROJECT")]).complete
    }

    def 'while a declared endpoint is held, its siblings that no spec declares are not deleted'() {
        given:
        def plan = Planner.plan(
                comparison(
                        [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1, isProtected: true)])])],
                        [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: 'REJECTED'), foundEndpoint(2)])])]),
                Guard.allowingDelete())

        expect:
        plan.steps().findAll { it instanceof Step.Hold }*.reason()*.id() == ['protected', 'sibling-held']
        !plan.hasChanges()
    }

    private static List<String> short_(Plan plan) {
        plan.steps().collect { it.address().toString().split('/aws/')[1] }
    }
}
