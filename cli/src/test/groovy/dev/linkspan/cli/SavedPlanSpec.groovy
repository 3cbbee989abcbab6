package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Files
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml
import spock.lang.Specification
import spock.lang.TempDir

/** A plan that one command saves and another carries out. */
class SavedPlanSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final A = 'vpce-0d00c26273372c6ef'
    static final B = 'vpce-08fb7e9319909ec7b'
    static final C = 'vpce-0aaaaaaaaaaaaaaa1'
    static final SERVICE = "$PROJECT/aws/us-east-1".toString()

    @TempDir
    Path folder
    CliRun cli
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
        spec("aws('us-east-1') { endpoint '$A'; endpoint '$B' }")
    }

    def cleanup() {
        emulator?.close()
    }

    def 'a plan is shown and saved, shown again, and carried out without the specs'() {
        given:
        start()

        expect:
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy') == 0
        cli.err == "The plan is saved in plan.yaml; 'linkspan apply plan.yaml' carries it out.\n"
        def planned = cli.out
        planned.contains('Plan: 3 to create.')

        when:
        Files.delete(cli.workingDirectory.resolve('spec.groovy'))
        def asked = emulator.requests().size()

        then: 'show asks nothing, and needs no credentials'
        cli.environment.remove('MONGODB_ATLAS_PRIVATE_API_KEY')
        cli.run('show', 'plan.yaml') == 0
        cli.out == "A plan for ${emulator.baseUrl()}\n\n$planned"
        emulator.requests().size() == asked
        cli.against(emulator)

        and:
        cli.run('apply', '--yes', 'plan.yaml') == 0
        cli.out.startsWith(planned)
        cli.out.contains('3 created.')

        and: 'a second time it finds nothing to do'
        cli.run('apply', '--yes', 'plan.yaml') == 0
        cli.out == 'No changes. Atlas is as the specs say.\n'
    }

    def 'the same plan has the same bytes, whenever it is made'() {
        given:
        start()

        when:
        cli.run('plan', '--out', 'one.yaml', 'spec.groovy')
        cli.time.sleep(java.time.Duration.ofDays(1))
        cli.run('plan', '--out', 'two.yml', '--format', 'json', 'spec.groovy')

        then:
        text('one.yaml') == text('two.yml')
        cli.out.startsWith('{')
        def json = cli.out
        cli.run('show', '--format', 'json', 'two.yml') == 0
        cli.out == json
        cli.run('show', '--format', 'yaml', 'two.yml') == 0
        !cli.out.startsWith('{')
        new Yaml().load(cli.out) == new Yaml().load(json)
    }

    def 'no credential is in a plan, nor anything of a spec but what it declares'() {
        given:
        start()
        cli.environment.LINKSPAN_PARAM_TOKEN = 'parameter-secret'
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } } // comment-secret")

        when:
        cli.run('plan', '--out', 'plan.yaml', '-P', 'password=option-secret', 'spec.groovy')

        then:
        !(text('plan.yaml') =~ /secret|private-key|comment|${AtlasEmulator.DEMO_PRIVATE_KEY}/)
        !text('plan.yaml').contains(AtlasEmulator.DEMO_PUBLIC_KEY + '"')
    }

    def 'a stale plan is refused, with the address that moved, what it was and what it is; nothing is sent'() {
        given:
        start(ServiceState.aws('us-east-1', A))
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')

        when:
        emulator.removeEndpoint(PROJECT, A)
        int status = cli.run('apply', '--yes', 'plan.yaml')

        then:
        status == 1
        cli.out.empty
        cli.err == """\
            error: plan.yaml is stale: Atlas has moved since it was made. Nothing was sent.
                $SERVICE/$A
                    was: keep, as declared (AVAILABLE)
                    is:  create, Atlas does not have it
                Look at a new plan, and save it: linkspan plan SPEC --out plan.yaml.
            """.stripIndent()
        noWrites()
    }

    def 'a thing that came since the plan was made is named too'() {
        given:
        start(ServiceState.aws('us-east-1', A))
        cli.run('plan', '--out', 'plan.yaml', '--allow-delete', 'spec.groovy')

        when:
        emulator.putEndpoint(PROJECT, serviceId(), EndpointState.aws(C))

        then: 'it would be deleted, and nobody has agreed to that'
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.err.contains("    $SERVICE/$C\n        was: not in the plan\n        is:  delete, no spec declares it")
        noWrites()
    }

    def 'a plan that was carried out half can be applied again'() {
        given:
        start()
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.addFault("$fault times 1")

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.run('apply', '--yes', 'plan.yaml') == 0
        endpoints() == [[A, B] as Set]

        where:
        fault << ['402 on POST /.../endpoint', '402 on POST /.../endpointService']
    }

    def 'deletes and replacements that were carried out half can be applied again'() {
        given:
        start(ServiceState.aws('us-east-1').withEndpoints([EndpointState.aws(A).inStatus('REJECTED'), EndpointState.aws(C)]))
        cli.run('plan', '--out', 'plan.yaml', '--allow-delete', 'spec.groovy')
        emulator.addFault("402 on $method /.../endpoint${method == 'DELETE' ? '/*' : ''} times 1")

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.run('apply', '--yes', 'plan.yaml') == 0
        endpoints() == [[A, B] as Set]
        cli.run('apply', '--yes', 'plan.yaml') == 0

        where:
        method << ['POST', 'DELETE']
    }

    def 'what was permitted and asked for when planning counts, and cannot be changed when applying'() {
        given:
        start(ServiceState.aws('us-east-1', A, B, C), ServiceState.aws('us-west-2'))
        cli.run('plan', '--out', 'plan.yaml', '--allow-delete', '--target', '*/us-east-1', 'spec.groovy')

        expect:
        cli.run('show', 'plan.yaml') == 0
        cli.out.startsWith("A plan for ${emulator.baseUrl()}, made with --allow-delete --target */us-east-1\n")
        cli.run('apply', '--yes', '--max-deletes', '0', 'plan.yaml') == 1
        noWrites()
        cli.run('apply', '--yes', 'plan.yaml') == 0
        endpoints() == [[A, B] as Set, [] as Set]
        cli.run('apply', '--yes', 'plan.yaml') == 0
    }

    def 'a target that is gone once it is deleted does not stand in the way of a second run'() {
        given:
        start(ServiceState.aws('us-east-1', A, B, C))
        cli.run('plan', '--out', 'plan.yaml', '--allow-delete', '--target', "*/$C", 'spec.groovy')

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 0
        cli.run('apply', '--yes', 'plan.yaml') == 0
    }

    def 'wrong usage with a saved plan: #arguments'() {
        given:
        start()
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.clearRequests()

        expect:
        cli.run(*arguments) == 64
        cli.err.contains(words)
        emulator.requests().empty

        where:
        arguments                                                || words
        ['apply', '--yes', '--allow-delete', 'plan.yaml']        || "belong to 'linkspan plan --out'"
        ['apply', '--yes', '--replace', SERVICE, 'plan.yaml']    || "belong to 'linkspan plan --out'"
        ['apply', '--yes', '--target', SERVICE, 'plan.yaml']     || "belong to 'linkspan plan --out'"
        ['apply', '--yes', 'plan.yaml', 'spec.groovy']           || 'applied by itself'
        ['apply', 'plan.yaml']                                   || '--yes'
        ['plan', '--out', 'plan.txt', 'spec.groovy']             || 'ends in .yaml or .yml'
        ['plan', '--out', 'none/plan.yaml', 'spec.groovy']       || 'cannot be written'
        ['show']                                                 || 'FILE'
        ['show', '--format', 'xml', 'plan.yaml']                 || '--format'
    }

    def 'a plan for another Atlas is refused, and nobody is asked'() {
        given:
        start()
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.clearRequests()

        expect:
        cli.run('apply', '--yes', '--atlas-url', 'https://cloud.mongodb.com', 'plan.yaml') == 1
        cli.err.startsWith("error: plan.yaml is a plan for ${emulator.baseUrl()}, and the settings say https://cloud.mongodb.com\n")
        cli.err.contains("--atlas-url ${emulator.baseUrl()}")
        emulator.requests().empty
    }

    def 'a plan speaks of the projects that names meant when it was made'() {
        given:
        start()
        cli.file('spec.groovy', "project('demo') { aws('us-east-1') { } }")
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        def planned = cli.out
        emulator.clearRequests()

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 0
        cli.out.startsWith(planned)
        emulator.state().project(PROJECT).services().size() == 1
        !emulator.requests().any { it.path().endsWith('/groups') }
    }

    def 'a plan whose project is gone is refused'() {
        given:
        start()
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        def before = emulator.baseUrl()
        emulator.close()
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.of(ProjectState.of('6f3322d28b4f6b59a6508ef4', 'demo')))
            .port(URI.create(before).port).start()

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        noWrites()
    }

    def 'an edited plan is refused, and so are one of another version and what is no plan: #what'() {
        given:
        start()
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.clearRequests()
        cli.file('plan.yaml', edit(text('plan.yaml')))

        expect:
        [['show'], ['apply', '--yes']].each {
            assert cli.run(*it, 'plan.yaml') == 1
            assert cli.err.startsWith("error: plan.yaml $words")
            assert cli.out.empty
        }
        emulator.requests().empty

        where:
        what              | words                                                         | edit
        'edited'          | 'was changed after it was saved'                              | { it.replace(B, C) }
        'another version' | 'has the format linkspan.plan-file/2, and this version'       | { it.replace('plan-file/1', 'plan-file/2') }
        'settings'        | 'is not a saved plan: its format is not linkspan.plan-file/1' | { 'atlas:\n  lanes: 4\n' }
        'empty'           | 'is not a saved plan'                                         | { '' }
    }

    def 'a plan with blind spots can be saved; shown and applied, it ends with 3 and says what could not be read'() {
        given:
        def other = '6f3322d28b4f6b59a6508ef4'
        emulator = AtlasEmulator.builder().clock(cli.time)
            .state(AtlasState.of(ProjectState.of(PROJECT, 'demo'), ProjectState.of(other, 'other')))
            .fault("403 on GET /groups/$other/...").start()
        cli.against(emulator)
        cli.file('spec.groovy', "['$PROJECT', '$other'].each { project(it) { aws('us-east-1') { } } }")

        expect:
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy') == 3
        cli.run('show', 'plan.yaml') == 3
        cli.out.contains("? $other/aws")
        cli.run('apply', '--yes', 'plan.yaml') == 3
        cli.out.contains("? $other/aws")
        emulator.state().project(PROJECT).services().size() == 1
        cli.run('apply', '--yes', 'plan.yaml') == 3

        when: 'they are gone, there is more to do than anybody agreed to'
        emulator.clearFaults()

        then:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.err.contains("$other/aws/us-east-1\n        was: hold, it could not be read\n        is:  create, Atlas does not have it")
    }

    def 'where less can be read than when the plan was made, nothing is sent and the status is 3'() {
        given:
        start(ServiceState.aws('us-east-1', A))
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.addFault("500 on GET /.../endpoint/$A")

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 3
        cli.out.empty
        cli.err.startsWith('error: plan.yaml cannot be held against Atlas, since part of it could not be read. Nothing was sent.')
        cli.err.contains("$SERVICE/$A: ")
        noWrites()
    }

    def 'remote regions cannot be applied over a version of the API that knows none'() {
        given:
        start()
        spec("aws('us-east-1') { remoteRegions 'eu-west-1' }")
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')
        emulator.clearRequests()

        expect:
        cli.run('apply', '--yes', '--api-version', 'v1.0', 'plan.yaml') == 1
        cli.err.startsWith('spec.groovy:1:')
        emulator.requests().empty
    }

    def 'a plan that failed leaves the file that was there'() {
        given:
        start()
        cli.file('plan.yaml', 'precious')

        expect:
        cli.run('plan', '--out', 'plan.yaml', '--target', 'nothing', 'spec.groovy') == 1
        text('plan.yaml') == 'precious'
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy') == 0
        Files.list(cli.workingDirectory).withCloseable { it*.fileName*.toString().toSorted() } == ['plan.yaml', 'spec.groovy']
    }

    private void spec(String project) {
        cli.file('spec.groovy', "project('$PROJECT') { $project }")
    }

    private void start(ServiceState... services) {
        emulator = AtlasEmulator.builder().clock(cli.time)
            .state(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices(services as List))).start()
        cli.against(emulator)
    }

    private List<Set<String>> endpoints() {
        emulator.state().project(PROJECT).services().collect { it.endpoints()*.id() as Set }
    }

    private String serviceId() {
        emulator.state().project(PROJECT).services()[0].id().get()
    }

    private String text(String file) {
        cli.workingDirectory.resolve(file).toFile().getText('UTF-8')
    }

    private boolean noWrites() {
        !emulator.requests().any { it.writes() }
    }
}
