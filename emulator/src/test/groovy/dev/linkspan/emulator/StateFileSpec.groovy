package dev.linkspan.emulator

import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Fate
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class StateFileSpec extends Specification {

    static final EXAMPLE = Files.readString(Path.of('../docs/emulator.md')).split('```json\n')[1].split('```')[0]

    @TempDir
    Path folder

    def "the documented example is read"() {
        when:
        def project = AtlasState.parse(EXAMPLE).project(AtlasEmulator.DEMO_PROJECT)

        then:
        project.regionalMode()
        project.services()*.region() == ['US_EAST_1', 'US_EAST_2', 'CENTRAL_US']
        project.services()[0].endpoints()*.status() == ['AVAILABLE', 'REJECTED']
        project.services()[2].endpoints()[0].rules()[0].ipAddress() == '10.10.0.5'
        project.clusters()*.name() == ['Cluster0', 'Archive']
        project.clusters()[0].regions()*.toString() == ['AWS/US_EAST_1', 'AWS/EU_WEST_1']
        project.clusters()[1].paused
        project.fates() == ['AWS/EU_WEST_1': Fate.FAILS_ONCE]
    }

    def "what is written is read back to the same state"() {
        given:
        def state = AtlasState.parse(EXAMPLE)

        expect:
        AtlasState.parse(state.toJson()) == state
    }

    def "a running emulator shows the state that it started from"() {
        given:
        def emulator = AtlasEmulator.builder().clock(new HandClock()).state(AtlasState.parse(EXAMPLE)).start()

        expect:
        emulator.state().projects()[0].services()*.status() == ['AVAILABLE', 'INITIATING', 'AVAILABLE']
        AtlasState.parse(new Caller(emulator).get('/emulator/state').body) == emulator.state()

        cleanup:
        emulator.close()
    }

    def "without a file there is one project called demo"() {
        expect:
        AtlasState.demo().projects()*.name() == ['demo']
    }

    def "a fault is refused with its place and something that is accepted: #message"() {
        when:
        AtlasState.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        text                                                                 || message
        '[]'                                                                 || 'The state: an object is needed here, not a list. Accepted is, for instance, {"projects": [{"id": "5e2211c17a3e5a48f5497de3", "name": "demo"}]}.'
        '{"project": []}'                                                    || 'project: there is no such field. Here may stand projects.'
        project('"id": "x", "name": "a"')                                    || 'projects[0].id: \'x\' is not 24 hexadecimal digits. Accepted is, for instance, "5e2211c17a3e5a48f5497de3".'
        project('"id": "5e2211c17a3e5a48f5497de3"')                          || 'projects[0].name: it is missing. Accepted is, for instance, "demo".'
        project('"regionalmode": true')                                      || 'projects[0].regionalmode: there is no such field. Here may stand id, name, regionalMode, gcpAttachments, services, clusters, fates, events.'
        service('"provider": "aws", "region": "us-east-1"')                  || 'projects[0].services[0].provider: \'aws\' is no provider. Accepted is, for instance, "AWS", "AZURE" or "GCP".'
        service('"provider": "AWS", "region": "us-est-1"')                   || 'projects[0].services[0].region: \'us-est-1\' is no region of AWS. Accepted is, for instance, "us-east-1".'
        service('"provider": "AWS", "region": "us-east-1", "status": "ok"')  || 'projects[0].services[0].status: \'ok\' is no status: upper case and underscores. Accepted is, for instance, "AVAILABLE".'
        service('"provider": "AWS", "region": "us-east-1", "fate": "dies"')  || 'projects[0].services[0].fate: \'dies\' is no fate; there are ready, fails, fails-once, hangs, waits-for-user. Accepted is, for instance, "fails".'
        service('"provider": "AZURE", "region": "eastus", "portMapped": true') || 'projects[0].services[0].portMapped: there is no such field. Here may stand id, provider, region, status, errorMessage, fate, endpoints.'
        service('"provider": "AWS", "region": "us-east-1", "endpoints": ["vpce-1"]') || 'projects[0].services[0].endpoints[0]: \'vpce-1\' is no endpoint id of AWS. Accepted is, for instance, "vpce-0d00c26273372c6ef".'
        service('"provider": "GCP", "region": "us-east4", "endpoints": [{"id": "g"}]') || 'projects[0].services[0].endpoints[0].gcpProject: it is missing. Accepted is, for instance, "acme-net".'
        service('"provider": "AWS", "region": "us-east-1"}, {"provider": "AWS", "region": "US_EAST_1"') || 'projects[0].services: AWS US_EAST_1 stands here twice. Accepted is, for instance, [{"provider": "AWS", "region": "us-east-1"}].'
    }

    def "a cluster at fault is refused likewise: #message"() {
        when:
        AtlasState.parse(project(""""id": "5e2211c17a3e5a48f5497de3", "name": "demo", "clusters": [{$fields}]"""))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        fields                                                              || message
        '"regions": ["AWS/us-east-1"]'                                      || 'projects[0].clusters[0].name: it is missing. Accepted is, for instance, "Cluster0".'
        '"name": "a b", "regions": ["AWS/us-east-1"]'                       || 'projects[0].clusters[0].name: \'a b\' is no name of a cluster: letters, digits and hyphens. Accepted is, for instance, "Cluster0".'
        '"name": "a", "regions": []'                                        || 'projects[0].clusters[0].regions: a cluster has at least one region. Accepted is, for instance, ["AWS/us-east-1"].'
        '"name": "a", "regions": ["us-east-1"]'                             || 'projects[0].clusters[0].regions[0]: \'us-east-1\' is not a provider and a region of it. Accepted is, for instance, "AWS/us-east-1".'
        '"name": "a", "regions": ["AWS/us-east-1", "AWS/US_EAST_1"]'        || 'projects[0].clusters[0].regions: AWS/US_EAST_1 stands here twice. Accepted is, for instance, ["AWS/us-east-1"].'
        '"name": "a", "regions": ["AWS/us-east-1"], "type": "FLAT"'         || 'projects[0].clusters[0].type: \'FLAT\' is no type of cluster; there are REPLICASET, SHARDED, GEOSHARDED. Accepted is, for instance, "SHARDED".'
        '"name": "a", "regions": ["AWS/us-east-1"], "fate": "fails"'        || 'projects[0].clusters[0].fate: \'fails\' is no fate of a cluster; there are ready, hangs. Accepted is, for instance, "hangs".'
        '"name": "a", "regions": ["AWS/us-east-1"], "instanceSize": "m10"'  || 'projects[0].clusters[0].instanceSize: \'m10\' is no instance size. Accepted is, for instance, "M10".'
        '"name": "a", "regions": ["AWS/us-east-1"]}, {"name": "a", "regions": ["AWS/us-east-1"]' || 'projects[0].clusters: a stands here twice. Accepted is, for instance, [{"name": "Cluster0", "regions": ["AWS/us-east-1"]}].'
    }

    def "a file that is not JSON is refused with its name, line and column"() {
        given:
        def file = folder.resolve('state.json')
        Files.writeString(file, '{\n  "projects": [}\n')

        when:
        AtlasState.read(file)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith("$file: The state is not JSON:")
        e.message.contains('line 2')
    }

    private static String project(String fields) {
        "{\"projects\": [{$fields}]}"
    }

    private static String service(String fields) {
        project("\"id\": \"5e2211c17a3e5a48f5497de3\", \"name\": \"demo\", \"services\": [{$fields}]")
    }
}
