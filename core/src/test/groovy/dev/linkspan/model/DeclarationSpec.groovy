package dev.linkspan.model

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import spock.lang.Specification

class DeclarationSpec extends Specification {

    static final EAST_US = Regions.parse(CloudProvider.AZURE, 'eastus')

    def "what is declared stands in order, whatever order it came in"() {
        given:
        def declaration = Declaration.of([
            wantedProject(ref: OTHER_PROJECT),
            wantedProject(services: [
                wantedService(region: EAST_US),
                wantedService(region: VIRGINIA, endpoints: [wantedEndpoint(2), wantedEndpoint(1)]),
                wantedService(region: IRELAND)])])
        def services = declaration.projects()[PROJECT].services()

        expect:
        declaration.projects().keySet().toList() == [PROJECT, OTHER_PROJECT]
        services.keySet().toList() == [IRELAND, VIRGINIA, EAST_US].collect { ServiceKey.of(it) }
        services[ServiceKey.of(VIRGINIA)].endpoints().keySet().toList() == [vpce(1), vpce(2)]
        declaration.projects()[PROJECT].providers().toList() == [CloudProvider.AWS, CloudProvider.AZURE]
    }

    def "one thing declared twice is refused"() {
        when:
        declare()

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message == message

        where:
        declare                                                          || message
        ({ Declaration.of([wantedProject(), wantedProject()]) })         || 'declared twice: 5e2211c17a3e5a48f5497de3'
        ({ DeclaredService.keyed([wantedEndpoint(1), wantedEndpoint(1)]) }) || 'declared twice: vpce-00000000000000001'
    }

    def "a declaration cannot be changed"() {
        when:
        part.clear()

        then:
        thrown(UnsupportedOperationException)

        where:
        part << [
            wantedProject(services: [wantedService()]).services(),
            wantedService(endpoints: [wantedEndpoint(1)]).endpoints(),
            wantedService(remoteRegions: [IRELAND]).remoteRegions().get()]
    }

    def "remote regions that Atlas would refuse are refused"() {
        when:
        wantedService(region: region, remoteRegions: remoteRegions)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == id
        !refusal.remedy().isEmpty()

        where:
        region   | remoteRegions                          || id
        EAST_US  | [IRELAND]                              || 'remote-regions-need-aws'
        VIRGINIA | [IRELAND, VIRGINIA]                    || 'own-region-is-remote'
        VIRGINIA | (1..36).collect { Regions.shownByAtlas(CloudProvider.AWS, "MOON_$it") } || 'too-many-remote-regions'
    }

    def "35 remote regions are not too many, and none is not the same as leaving them out"() {
        expect:
        wantedService(remoteRegions: (1..35).collect { Regions.shownByAtlas(CloudProvider.AWS, "MOON_$it") })
            .remoteRegions().get().size() == 35
        wantedService(remoteRegions: []).remoteRegions() == Optional.of(new TreeSet())
        wantedService().remoteRegions().isEmpty()
    }

    def "a project is the same under its id once its name is known"() {
        given:
        def byName = wantedProject(ref: new ProjectName('payments'), regionalMode: true, services: [wantedService()])

        expect:
        byName.known(PROJECT) == wantedProject(regionalMode: true, services: [wantedService()])
    }

    def "a blind spot hides what lies below it"() {
        given:
        def spot = blind(Address.provider(PROJECT, CloudProvider.AWS))
        def observation = Observation.of([], [spot])

        expect:
        observation.hiding(Address.service(PROJECT, VIRGINIA)) == Optional.of(spot)
        observation.hiding(Address.service(PROJECT, EAST_US)).isEmpty()
        observation.hiding(Address.service(OTHER_PROJECT, VIRGINIA)).isEmpty()
    }
}
