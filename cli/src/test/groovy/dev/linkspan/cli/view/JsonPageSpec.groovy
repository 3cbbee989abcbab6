package dev.linkspan.cli.view

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.core.JsonToken
import dev.linkspan.audit.notify.HookServer
import dev.linkspan.cli.CliRun
import dev.linkspan.cli.SampleHistory
import dev.linkspan.document.Notation
import dev.linkspan.cli.LookingSpec
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** docs/json.md has every member that is printed, with its type, and no other. */
class JsonPageSpec extends Specification {

    private static final PAGE = Files.readString(Path.of('../docs/json.md'))
    private static final AUDIT_GOLDENS = Path.of('../audit/src/test/resources/dev/linkspan/audit/report')
    private static final SPEC = "project('demo') { aws('us-east-1') { remoteRegions 'eu-west-1'; endpoint 'vpce-0d00c26273372c6ef' } }"

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator

    def "the page and what is printed have the same members of the same types: linkspan.plan/1"() {
        expect:
        documented('linkspan.plan/1') == members([
            printed { new PlanDocument(it, Notation.JSON).print(Plans.everything()) },
            *ran(['plan', '--format', 'json', 'spec.groovy'], ['plan', '--format', 'yaml', 'spec.groovy'])])
    }

    def "the page and what is printed have the same members of the same types: linkspan.apply/1"() {
        given:
        def seen = members([
            printed { new ApplyDocument(it, Notation.JSON).print(Plans.everything(), Reports.everything()) },
            *ran(['apply', '--yes', '--format', 'json', 'spec.groovy'], ['destroy', '--yes', '--format', 'yaml', 'spec.groovy'])])

        expect:
        documented('linkspan.apply/1') == seen.findAll { !it.key.startsWith('plan.') }
        documented('linkspan.plan/1') == seen.findAll { it.key.startsWith('plan.') }.collectEntries { [it.key - 'plan.', it.value] }
    }

    def "the page and what is printed have the same members of the same types: linkspan.wait/1"() {
        expect:
        documented('linkspan.wait/1') == members([
            printed { new WaitDocument(it, Notation.JSON).print(Waits.everything()) },
            *ran(['wait', '--format', 'json', 'spec.groovy'], ['wait', '--format', 'json', 'demo'])])
    }

    def "the page and what is printed have the same members of the same types: linkspan.audit/1"() {
        given:
        def goldens = Files.list(AUDIT_GOLDENS).withCloseable { it.findAll { it.toString().endsWith('.json') } }

        expect:
        documented('linkspan.audit/1') == members([
            // Only a caller in Java can ask for the time.
            '{"at": "2026-11-22T03:00:00Z"}', *goldens.collect { Files.readString(it) }, *ran(['audit', '--report', 'json', 'spec.groovy'])])
    }

    def "the page and what is printed have the same members of the same types: linkspan.list/1 and linkspan.describe/1"() {
        given:
        def cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.read(cli.file('state.json', LookingSpec.STATE))).start()
        emulator.addFault("500 on GET /groups/$LookingSpec.TWO/...")
        cli.against(emulator)
        def run = { String... arguments ->
            cli.run(arguments)
            cli.out
        }

        when:
        def listed = members([run('list', '--all', '--format', 'json'), run('list', LookingSpec.ONE, '--format', 'json')])
        def described = members([*LookingSpec.THINGS, 'payments/aws/us-east-1'].collect { run('describe', it, '--format', 'json') })

        then:
        documented('linkspan.regional-mode/1') == members([run('regional-mode', LookingSpec.ONE, '--format', 'json')])
        documented('linkspan.list/1') == listed
        documented('linkspan.describe/1') == described.findAll { !it.key.startsWith('found[].connections.') }
    }

    def "the page and what is printed have the same members of the same types: #format"() {
        given:
        def cli = new CliRun(folder)
        SampleHistory.at(cli.workingDirectory.resolve('history.db'))

        when:
        def printed = commands.collect {
            cli.run('history', '--history', 'history.db', '--format', 'json', *it)
            cli.out
        }

        then:
        documented(format) == members(printed)

        where:
        format                       | commands
        'linkspan.history-runs/1'    | [[], ['--limit', '2']]
        'linkspan.history-finding/1' | [[SampleHistory.ENDPOINT_FINGERPRINT]]
        'linkspan.history-trend/1'   | [['--trend']]
    }

    def "the page and what a webhook gets have the same members of the same types: linkspan.notification/1"() {
        given:
        def hook = HookServer.start()
        def cli = cliAgainstEmulator()
        cli.environment.LINKSPAN_NOTIFY_WEBHOOK = hook.url

        when:
        cli.run('audit', 'spec.groovy')
        emulator.addFault('403 on GET /groups')
        cli.run('audit', '--all')
        def seen = members(hook.bodies)

        then:
        hook.bodies.size() == 2
        documented('linkspan.notification/1') == seen.findAll { !(it.key =~ AS_IN_AUDIT) }
        documented('linkspan.audit/1').entrySet().containsAll(seen.findAll { it.key =~ AS_IN_AUDIT }.entrySet())

        cleanup:
        hook.close()
    }

    private static final AS_IN_AUDIT = /^(coverage|counts)\.|^(findings|resolved)\[]/

    /** What the commands print, one after the other. */
    private List<String> ran(List<String>... commands) {
        def cli = cliAgainstEmulator()
        commands.collect {
            cli.run(*it)
            'yaml' in it ? Notation.JSON.text(new Yaml().load(cli.out)) : cli.out
        }
    }

    private CliRun cliAgainstEmulator() {
        def cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).start()
        cli.against(emulator)
        cli.file('spec.groovy', SPEC)
        cli
    }

    private static Map<String, String> documented(String format) {
        PAGE.readLines().dropWhile { it != "## $format" }.drop(1).takeWhile { !it.startsWith('#') }
            .findAll { it.startsWith('| `') }
            .collectEntries { row ->
                def cells = row.split(/\|/)*.trim()
                [cells[1].replace('`', ''), cells[2]]
            }.sort()
    }

    /** Every member by its path, with the types that it was seen to have. */
    private static Map<String, String> members(List<String> documents) {
        Map<String, Set<String>> found = new TreeMap<>().withDefault { new TreeSet<String>(Comparator.reverseOrder()) }
        documents.each { document ->
            def json = new JsonFactory().createParser(document)
            json.nextToken()
            walk(json, '', found)
        }
        new TreeMap(found.collectEntries { [it.key, it.value.join(' or ')] })
    }

    private static void walk(JsonParser json, String path, Map<String, Set<String>> found) {
        def type = type(json.currentToken())
        // That an element is an object goes without saying.
        if (path && !(path.endsWith('[]') && type == 'object')) {
            found[path] << type
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                def name = path.endsWith('projectNames') ? '*' : json.currentName()
                json.nextToken()
                walk(json, path ? "$path.$name" : name, found)
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                walk(json, "$path[]", found)
            }
        }
    }

    private static String type(JsonToken token) {
        switch (token) {
            case JsonToken.START_OBJECT: return 'object'
            case JsonToken.START_ARRAY: return 'list'
            case JsonToken.VALUE_STRING: return 'text'
            case JsonToken.VALUE_NUMBER_INT: return 'number'
            case JsonToken.VALUE_NULL: return 'null'
            default: return 'boolean'
        }
    }

    private static String printed(Closure<?> view) {
        def bytes = new ByteArrayOutputStream()
        view(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false))
        bytes.toString(StandardCharsets.UTF_8)
    }
}
