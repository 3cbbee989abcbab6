package dev.linkspan.dsl

import static dev.linkspan.dsl.SpecTexts.faults
import static dev.linkspan.dsl.SpecTexts.load

import dev.linkspan.diagnostic.Severity
import dev.linkspan.dsl.eval.Budgets
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectName
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class SpecLoaderSpec extends Specification {

    private static final String PLAIN = "project('p') { aws('us-east-1') { endpoint 'vpce-0d00c26273372c6ef' } }\n"

    @TempDir
    Path folder

    def 'a plain spec becomes a declaration'() {
        when:
        def loaded = load(folder, '''
            project('5e2211c17a3e5a48f5497de3') {
                regionalMode true
                aws('us-east-1') {
                    remoteRegions 'eu-west-1'
                    endpoint 'vpce-0d00c26273372c6ef'
                }
            }
            ''')

        then:
        loaded.diagnostics().all() == []
        def project = loaded.declaration().projects()[new ProjectId('5e2211c17a3e5a48f5497de3')]
        project.regionalMode() == Optional.of(true)
        def service = project.services()[ServiceKey.of(Regions.parse(CloudProvider.AWS, 'us-east-1'))]
        service.endpoints().keySet() == [EndpointId.aws('vpce-0d00c26273372c6ef')] as Set
        service.remoteRegions().get()*.cloudName() == ['eu-west-1']
    }

    def 'every declared thing knows its place'() {
        when:
        def project = load(folder, "\n  project('p') {\n    aws('us-east-1') {\n      endpoint 'vpce-0d00c26273372c6ef'\n    }\n  }")
              .declaration().projects().values().first()
        def service = project.services().values().first()
        def endpoint = service.endpoints().values().first()

        then:
        [project, service, endpoint]*.source().collect { [it.line(), it.column(), it.excerpt().trim()] } ==
              [[2, 3, "project('p') {"], [3, 5, "aws('us-east-1') {"], [4, 7, "endpoint 'vpce-0d00c26273372c6ef'"]]
    }

    def 'a folder gives all its specs, however deep, and a project may be spread over them'() {
        given:
        Files.createDirectories(folder.resolve('deep/er'))
        Files.createDirectories(folder.resolve('.git'))
        Files.writeString(folder.resolve('one.groovy'), "project('p') { aws('us-east-1') { } }")
        Files.writeString(folder.resolve('deep/er/two.groovy'), "project('p') { aws('eu-west-1') { } }")
        Files.writeString(folder.resolve('.git/three.groovy'), 'not groovy (')
        Files.writeString(folder.resolve('notes.txt'), 'not groovy (')

        when:
        def loaded = new SpecLoader(folder).load([folder, folder.resolve('one.groovy')], [:])

        then:
        loaded.diagnostics().all() == []
        loaded.declaration().projects()[new ProjectName('p')].services().keySet()*.region()*.cloudName() == ['eu-west-1', 'us-east-1']
    }

    def 'what stands twice is reported with both places: #what'() {
        when:
        def fault = load(folder, first, second).diagnostics().all().find()

        then:
        SpecTexts.shown(fault) == expected
        fault.related().get().what() == 'first declared here'
        Path.of(fault.related().get().source().toString()).fileName.toString() == place

        where:
        what              | first                                                    | second                                                            | expected                           | place
        'a service'       | "project('p') { aws('us-east-1') { } }"                  | "project('p') {\n  aws('US_EAST_1') { } }"                        | 'duplicate-service@b.groovy:2:3'   | 'a.groovy:1:16'
        'an endpoint'     | PLAIN                                                    | PLAIN.replace("'p'", "'q'")                                       | 'duplicate-endpoint@b.groovy:1:35' | 'a.groovy:1:35'
        'an option'       | "project('p') { unmanaged 'ignore' }"                    | "project('p') { unmanaged 'ignore' }"                             | 'duplicate-option@b.groovy:1:16'   | 'a.groovy:1:16'
        'a regional mode' | "project('p') { regionalMode true; regionalMode true }"  | ''                                                                | 'duplicate-option@a.groovy:1:35'   | 'a.groovy:1:16'
        'remote regions'  | "project('p') { aws('us-east-1') { remoteRegions([]); remoteRegions([]) } }" | ''                                           | 'duplicate-option@a.groovy:1:54'   | 'a.groovy:1:35'
    }

    def 'all faults of all files are collected, each with its line, a remedy, and what follows it still looked at'() {
        when:
        def loaded = load(folder,
              "project('p') {\n  aws('us-east-11') { }\n  aws('eu-west-1') { endpoint 'vpce-1' }\n  unmanaged 'no'\n}",
              "project('q') {\n  nonsense 'x'\n}\ndef x = y\n",
              "project('r') {\n",
              "def z = null\nproject('s') { aws(z.region) { } ; aws('mars') { } }")

        then:
        faults(loaded) == ['unknown-region@a.groovy:2:3', 'malformed-endpoint-id@a.groovy:3:22', 'unknown-policy@a.groovy:4:3',
                           'unknown-word@b.groovy:2:3', 'unknown-name@b.groovy:4:9', 'unclosed@c.groovy:1:14',
                           'null-value@d.groovy:2:22', 'unknown-region@d.groovy:2:36']
        loaded.diagnostics().all().every { it.remedy() && it.source().get().excerpt() }
    }

    def 'a fault of one word does not hide those of the words after it'() {
        expect:
        faults(load(folder, "project('p') {\n  aws('mars') { }\n  aws(1) { }\n  aws { }\n  aws('us-east-1', 'us-east-2')\n  protect(true)\n}")) ==
              ['unknown-region@a.groovy:2:3'] + (3..6).collect { "wrong-values@a.groovy:$it:3".toString() }
    }

    def 'no fault shows the wording or the classes of Groovy or Java: #text'() {
        when:
        def said = load(folder, text).diagnostics().all().collect { it.summary() + ' ' + it.remedy() }.join(' ')

        then:
        said
        !(said =~ /(?i)exception|groovy\.|java\.|\bMultiple|startup|Unexpected input|antlr|\bclass java|null pointer/)

        where:
        text << ["project('p') { x = = 3 }", "def x = 'abc", 'f(', 'def class = 3', "'a'.toInteger()", '[1].get(5)', "'ab'.substring(7)", '1 / 0',
                 "null.foo()", "[1, 'a'].sort()", "'x' * 'y'", '[a: 1] + 2', "'5' - [:]", "int x = 'a'", 'def f(a) { a }; f(1, 2)', "{ a -> a }()",
                 '[1].asImmutable() << 2', "(1..3) << 4", "'a'.replaceAll('a', '\$5')", "[3, 1].sort { a, b -> 'x' }", 'def x = 5; x()', '[1].inject()']
    }

    def 'a text that is not Groovy is told at its place, once: #name'() {
        when:
        def faults = load(folder, text).diagnostics().all()

        then:
        faults.collect { it.id() + ':' + it.source().get().line() + ':' + it.source().get().column() } == [expected]

        where:
        [name, expected, text] << Tables.entries('unreadable.txt')
    }

    def 'a file that cannot be read as text is told apart: #id'() {
        given:
        def file = folder.resolve('a.groovy')
        Files.write(file, bytes as byte[])

        expect:
        faults(new SpecLoader(folder).load([file], [:])) == expected

        where:
        id                     | bytes                                                             | expected
        'not UTF-8'            | "project('p')\n".bytes.toList() + [0xE4, 0x0A]                    | ['not-utf-8@a.groovy:2:0']
        'cut inside a letter'  | "project('p')\n//".bytes.toList() + [0xC3]                        | ['not-utf-8@a.groovy:2:0']
        'UTF-16'               | "project('p')".getBytes('UTF-16').toList()                        | ['not-utf-8@a.groovy:1:0']
        'a byte order mark'    | [0xEF, 0xBB, 0xBF] + "project('p')".bytes.toList()                | ['byte-order-mark@a.groovy:0:0']
        'empty'                | []                                                                | ['empty-file@a.groovy:0:0', 'no-project@a.groovy:0:0']
        'blank'                | ' \r\n '.bytes.toList()                                           | ['empty-file@a.groovy:0:0', 'no-project@a.groovy:0:0']
        'nothing but comments' | '// nothing'.bytes.toList()                                       | ['no-project@a.groovy:0:0']
    }

    def 'a spec with the line ends of Windows or of old is the same spec'() {
        expect:
        load(folder, PLAIN.replace('{ ', '{' + end)).declaration().projects().size() == 1
        faults(load(folder, "project('p') {" + end + "  aws('mars') { }" + end + '}')) == ['unknown-region@a.groovy:2:3']

        where:
        end << ['\n', '\r\n', '\r']
    }

    def 'paths that are not there and folders without specs are errors'() {
        given:
        def empty = Files.createDirectory(folder.resolve('empty'))

        expect:
        faults(new SpecLoader(folder).load([folder.resolve('nowhere'), empty], [:])) == ['no-specs@empty:0:0', 'no-such-file@nowhere:0:0']
        faults(new SpecLoader(folder).load([empty], [:])) == ['no-specs@empty:0:0']
        new SpecLoader(folder).load([], [:]).diagnostics().all()*.id() == ['no-project']
    }

    @Requires({ System.getProperty('user.name') != 'root' })
    def 'a file that may not be read is an error'() {
        given:
        def file = folder.resolve('a.groovy')
        Files.writeString(file, PLAIN)
        file.toFile().readable = false

        expect:
        faults(new SpecLoader(folder).load([file], [:])) == ['unreadable-file@a.groovy:0:0']
    }

    def 'an empty file beside a spec is only a warning'() {
        when:
        def loaded = load(folder, PLAIN, '')

        then:
        loaded.diagnostics().all()*.severity() == [Severity.WARNING]
        !loaded.diagnostics().hasErrors()
        loaded.declaration().projects().size() == 1
    }

    def 'remote regions are checked where they stand: #id'() {
        expect:
        faults(load(folder, "project('p') { aws('us-east-1') {\n  remoteRegions($regions)\n} }")) == ["$id@a.groovy:2:3".toString()]

        where:
        id                        | regions
        'own-region-is-remote'    | "'US_EAST_1'"
        'duplicate-remote-region' | "'eu-west-1', 'EU_WEST_1'"
        'unknown-region'          | "'eu-west-l'"
        'wrong-values'            | ''
        'wrong-values'            | "['eu-west-1', 5]"
    }

    def 'a missing parameter names the one that was meant, and there is a way to do without'() {
        when:
        def fault = load(folder, [environment: 'prod'], 'project(params.enviroment) { }').diagnostics().all().first()

        then:
        fault.id() == 'missing-parameter'
        fault.remedy().contains('params.environment')
        load(folder, [:], "project(params.name ?: 'p') { }").diagnostics().all() == []
    }

    def 'a misspelt word names the right one'() {
        expect:
        load(folder, "project('p') { aws('us-east-1') { endpiont 'x' } }").diagnostics().all()*.remedy()[0].startsWith('Did you mean endpoint?')
    }

    def 'what a spec holds cannot flood or steer the message that quotes it'() {
        when:
        def said = load(folder, "project('p') { aws('x' * 100_000) { } ; aws('\\u001b[31mred') { } }").diagnostics().all()

        then:
        said.size() == 2
        said.every { it.summary().size() <= 1_000 && !it.summary().contains('\u001b') }
    }

    def 'the column counts the units that editors count'() {
        expect:
        faults(load(folder, "/* 😀😀 */ nope()")) == ['unknown-word@a.groovy:1:12']
    }

    def 'time is taken from the clock that is handed in'() {
        given:
        def file = folder.resolve('a.groovy')
        Files.writeString(file, "1000.times { it + 1 }\n$PLAIN")
        def now = 0L

        when:
        def loaded = new SpecLoader(folder, Budgets.standard().withTime(Duration.ofSeconds(3)), { now += 1_000_000_000L }).load([file], [:])

        then:
        loaded.diagnostics().all()*.id() == ['out-of-time']
    }

    def 'a file that runs out of its budget leaves the others alone'() {
        when:
        def loaded = load(folder, 'while (true) { }', PLAIN)

        then:
        faults(loaded) == ['out-of-steps@a.groovy:1:1']
        loaded.declaration().projects().size() == 1
    }

    def 'a thousand services in two hundred projects load at once'() {
        when:
        def loaded = load(folder, '''
            def regions = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1']
            for (p in 1..200) {
                project("p$p") {
                    regions.eachWithIndex { region, r ->
                        aws(region) { endpoint 'vpce-' + "${p * 10 + r}".padLeft(17, '0') }
                    }
                }
            }
            ''')

        then:
        loaded.diagnostics().all() == []
        loaded.declaration().projects().values()*.services()*.size().sum() == 1000
    }
}
