package dev.linkspan.audit

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.diagnostic.Diagnostics
import dev.linkspan.model.Address
import dev.linkspan.model.Cluster
import dev.linkspan.model.ClusterState
import dev.linkspan.model.Declaration
import dev.linkspan.model.Observation
import dev.linkspan.model.PrivateConnectionString
import dev.linkspan.model.Region
import dev.linkspan.observe.Sighting
import dev.linkspan.observe.Survey
import spock.lang.Specification

class ConnectionAuditSpec extends Specification {

    static final ENDPOINT = Address.service(PROJECT, VIRGINIA).endpoint(vpce(1))

    def "a ready endpoint through which no cluster can be connected to is found, as gravely as there is something to mend"() {
        when:
        def audit = ProjectAudit.of(new Sighting(found([cluster]), []))

        then:
        audit.findings().collect { "${it.kind().word()} ${it.severity().word()} ${it.address()}" as String } == expected

        where:
        cluster                                       || expected
        cluster(strings: [vpce(1)])                   || []
        cluster()                                     || ["no-connection-string warning $ENDPOINT"]
        cluster(regions: [VIRGINIA, IRELAND])         || ["no-connection-string warning $ENDPOINT"]
        cluster(regions: [IRELAND])                   || ["no-connection-string note $ENDPOINT"]
        cluster(state: 'UPDATING')                    || ["no-connection-string note $ENDPOINT"]
        cluster(isPaused: true)                       || ["no-connection-string note $ENDPOINT"]
    }

    def "the finding says why, cluster by cluster"() {
        when:
        def finding = ProjectAudit.of(new Sighting(found([cluster(regions: [VIRGINIA, IRELAND])]), [])).findings()[0]

        then:
        finding.summary() == "No cluster can be connected to through this endpoint: cluster 'c0': it also has nodes in aws/eu-west-1," +
            " where no ready endpoint was seen."
    }

    def "one cluster that can be connected to does not hide another for which Atlas owes the string"() {
        when:
        def finding = ProjectAudit.of(new Sighting(found([cluster(strings: [vpce(1)]), cluster(name: 'c1')]), [])).findings()[0]

        then:
        finding.severity() == Severity.WARNING
        finding.summary().startsWith("Not every cluster can be connected to through this endpoint: cluster 'c1': it is IDLE")
    }

    def "nothing is found where clusters were not listed, or there are none"() {
        expect:
        ProjectAudit.of(new Sighting(found(clusters), [])).findings() == []

        where:
        clusters << [null, []]
    }

    def "with specs only declared endpoints count, each with its place"() {
        given:
        def wanted = wantedProject(services: [wantedService(endpoints: declared)])

        when:
        def audit = ProjectAudit.of(new Survey(Declaration.of([wanted]), Observation.of([found([cluster()])], []), Diagnostics.none()))

        then:
        audit.findings().findAll { it.kind() == Finding.Kind.NO_CONNECTION_STRING }*.advice()*.source()*.get()*.line() == lines

        where:
        declared            || lines
        [wantedEndpoint(1)] || [3]
        []                  || []
    }

    private static found(List<Cluster> clusters) {
        foundProject(services: [foundService(endpoints: [foundEndpoint(1)])], clusters: clusters)
    }

    private static Cluster cluster(Map options = [:]) {
        def strings = (options.strings ?: []).collect {
            new PrivateConnectionString(Optional.of('mongodb+srv://c0-pl-0.x.mongodb.net'), Optional.empty(), Optional.empty(),
                [new PrivateConnectionString.Passage(it, Optional.of(VIRGINIA))])
        }
        new Cluster(options.name ?: 'c0', new ClusterState(options.state ?: 'IDLE'), options.isPaused ?: false, true,
            new TreeSet<Region>(options.regions ?: [VIRGINIA]), strings)
    }
}
