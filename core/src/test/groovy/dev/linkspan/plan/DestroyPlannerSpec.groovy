package dev.linkspan.plan

import static dev.linkspan.model.Samples.IRELAND
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
import dev.linkspan.model.UnmanagedPolicy
import spock.lang.Specification

class DestroyPlannerSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)

    def "what is declared and there is removed, endpoints before their services"() {
        when:
        def plan = destroy(
            wantedProject(services: [
                wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)]), wantedService(region: IRELAND)]),
            foundProject(services: [
                foundService(endpoints: [foundEndpoint(1), foundEndpoint(2, status: 'FAILED')]), foundService(region: IRELAND)]))

        then:
        lines(plan) == [
            "DELETE ${SERVICE.endpoint(vpce(1))} destroy",
            "DELETE ${SERVICE.endpoint(vpce(2))} destroy",
            "DELETE ${Address.service(PROJECT, IRELAND)} destroy",
            "DELETE $SERVICE destroy"]
    }

    def "nothing that no spec declares is removed, whatever the policy, and it holds its service"() {
        when:
        def plan = destroy(
            wantedProject(unmanaged: unmanaged, services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            foundProject(services: [
                foundService(endpoints: [foundEndpoint(1), foundEndpoint(2)]),
                foundService(region: IRELAND, endpoints: [foundEndpoint(3)])]))

        then:
        lines(plan) == ["DELETE ${SERVICE.endpoint(vpce(1))} destroy", "HOLD $SERVICE foreign-endpoints"]

        where:
        unmanaged << UnmanagedPolicy.values()
    }

    def "what is gone or going already needs no step"() {
        when:
        def plan = destroy(
            wantedProject(services: [
                wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)]), wantedService(region: IRELAND)]),
            foundProject(services: [foundService(status: status, endpoints: [foundEndpoint(1, status: 'DELETING')])]))

        then:
        lines(plan) == expected

        where:
        status      || expected
        'DELETING'  || []
        'AVAILABLE' || ["DELETE $SERVICE destroy"]
    }

    def "what is protected stays, and holds its service"() {
        when:
        def plan = destroy(wanted, foundProject(services: [foundService(endpoints: [foundEndpoint(1), foundEndpoint(2)])]))

        then:
        lines(plan) == expected

        where:
        wanted                                                                      || expected
        wantedProject(isProtected: true, services: [wantedService(endpoints: both())]) || heldAll('endpoint-held')
        wantedProject(services: [wantedService(isProtected: true, endpoints: both())]) || heldAll('endpoint-held')
        wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2, isProtected: true)])]) ||
            ["DELETE ${SERVICE.endpoint(vpce(1))} destroy", "HOLD ${SERVICE.endpoint(vpce(2))} protected", "HOLD $SERVICE endpoint-held"]
    }

    def "what could not be seen is held, and a blind spot holds the whole project"() {
        when:
        def plan = destroy(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])]),
            foundProject(services: [foundService(endpoints: [foundEndpoint(1)], listed: [vpce(2)])]),
            [blind(SERVICE.endpoint(vpce(2)))])

        then:
        lines(plan) == [
            "HOLD ${SERVICE.endpoint(vpce(1))} project-unseen",
            "HOLD ${SERVICE.endpoint(vpce(2))} unseen",
            "HOLD $SERVICE endpoint-held"]
        plan.steps()*.wanted()*.get().unique() == [Action.DELETE]
        !plan.isComplete()
    }

    def "regional mode is left as it is"() {
        expect:
        destroy(wantedProject(regionalMode: true), foundProject(regionalMode: true)).steps() == []
    }

    private static both() {
        [wantedEndpoint(1), wantedEndpoint(2)]
    }

    private static List<String> heldAll(String serviceReason) {
        ["HOLD ${SERVICE.endpoint(vpce(1))} protected", "HOLD ${SERVICE.endpoint(vpce(2))} protected",
         "HOLD $SERVICE $serviceReason"]*.toString()
    }

    private static Plan destroy(wanted, found, spots = []) {
        Planner.destroy(comparison([wanted], [found], spots))
    }

    private static List<String> lines(Plan plan) {
        plan.steps().collect { "${it.class.simpleName.toUpperCase()} ${it.address()} ${it.reason().id()}" as String }
    }
}
