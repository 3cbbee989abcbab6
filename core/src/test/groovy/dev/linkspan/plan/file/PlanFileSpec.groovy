package dev.linkspan.plan.file

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.compare.Comparer
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.Declaration
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Observation
import dev.linkspan.model.ObservedEndpoint
import dev.linkspan.model.ProjectName
import dev.linkspan.model.RandomWorld
import dev.linkspan.model.Refusal
import dev.linkspan.model.Regions
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Planner
import dev.linkspan.plan.Reason
import dev.linkspan.plan.Step
import dev.linkspan.plan.Subject
import dev.linkspan.plan.Target
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.TempDir

class PlanFileSpec extends Specification {

    static final URL = URI.create('https://cloud.mongodb.com')
    static final HOSTILE = 'a: b # c\n"\'\u001b[31m\u202e\u0000 {x} \ud83d\ude00 --- &a *a !!java ~ null 1e3 \t\u0085\u2028'

    @TempDir
    Path folder

    @Rollup
    def "a plan is read back as it was written, and its text is the same each time: seed #seed"() {
        given:
        def file = planFile(new RandomWorld(seed, 2), seed % 2 ? Guard.strict() : Guard.allowingDelete())
        def text = file.text()

        expect:
        read(text) == file
        planFile(new RandomWorld(seed, 2), file.guard()).text() == text

        where:
        seed << (0..<50)
    }

    def "half a surrogate pair, which is no character, comes back as the character that stands for it, and the plan counts as unedited"() {
        given:
        def seen = print(1)
        def spots = { why -> new TreeSet([blind(Address.of(PROJECT), why)]) }
        def file = { why -> new PlanFile(URL, declaration(), Guard.strict(), [], new Plan(new TreeMap(), [], spots(why)), seen) }

        expect:
        read(file('no \ud83d way').text()) == file('no \ufffd way')
    }

    @Rollup
    def "a plan off the older architecture of Google Cloud is read back with all it says, and says how it was made: seed #seed"() {
        given:
        def file = planFile(new RandomWorld(seed, 2), (seed % 2 ? Guard.strict() : Guard.allowingDelete()).migratingGcp())

        expect:
        read(file.text()) == file
        read(file.text()).guard().migratesGcp()
        file.plan().migrations().present
        file.text().contains('migrateGcp: true')

        where:
        seed << (0..<50)
    }

    def "a plan that was made without it has no word of it, as in files of before"() {
        expect:
        !(planFile(new RandomWorld(3)).text() =~ /(?i)migrat/)
    }

    def "whatever Atlas says, and whatever projects and regions are called, is read back: #what"() {
        given:
        def plan = new Plan(new TreeMap([(PROJECT): HOSTILE]), [step], new TreeSet([blind(step.address(), HOSTILE)]))
        def guard = new Guard(true, [step.address().parent()] as Set)
        def file = new PlanFile(URL, declaration(), guard, [new Target(HOSTILE)], plan, print(1))

        expect:
        read(file.text()) == file

        and: 'in characters that no terminal obeys'
        file.text() ==~ /[\n\x20-\x7e]*/

        where:
        what                                 | step
        'a name with slashes and percents'   | kept(Address.service(new ProjectName('a%2F/aws/b%25'), VIRGINIA))
        'a name like a number'               | kept(Address.regionalMode(new ProjectName('1e3')))
        'a whole project'                    | kept(Address.of(new ProjectName('~')))
        'one cloud of it'                    | kept(Address.provider(PROJECT, CloudProvider.AZURE))
        'a region that no table knows'       | kept(Address.service(PROJECT, Regions.shownByAtlas(CloudProvider.GCP, 'MARS_1')))
        'an id with slashes'                 | kept(Address.service(PROJECT, Regions.parse(CloudProvider.AZURE, 'eastus2'))
                                                    .endpoint(new EndpointId(CloudProvider.AZURE, '/subscriptions/A/b')))
    }

    def "a plan is easy to read, and to compare with another one"() {
        given:
        def wanted = wantedProject(regionalMode: true, services: [wantedService(remoteRegions: [], endpoints: [wantedEndpoint(1)])])
        def text = planFile([wanted], [foundProject(regionalMode: false)]).text()
        def picture = Path.of('src/test/resources/dev/linkspan/plan/file/plan.yaml')

        expect:
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(picture, text)
        }
        text == Files.readString(picture)
    }

    def "keys are sorted, and the text of specs stays out: it may hold anything"() {
        given:
        def place = new SourceRef('payments.groovy', 3, 5, "endpoint 'vpce-1' // key: hunter2-private-key")
        def declared = Declaration.of([wantedProject(services: [wantedService(endpoints: [])]).with {
            new dev.linkspan.model.DeclaredProject(it.ref(), it.regionalMode(), it.unmanaged(), it.isProtected(), it.services(), place)
        }])
        def text = new PlanFile(URL, declared, Guard.strict(), [], emptyPlan(), print(1)).text()

        expect:
        !text.contains('hunter2')
        text.readLines().findAll { it ==~ /\w+:.*/ }*.replaceAll(/:.*/, '') ==
            ['baseUrl', 'declaration', 'fingerprints', 'format', 'guard', 'plan', 'targets']
    }

    def "where in the specs something stands makes another file, and no other declaration"() {
        given:
        def here = Declaration.of([wantedProject()])
        def there = Declaration.of([wantedProject().with {
            new dev.linkspan.model.DeclaredProject(it.ref(), it.regionalMode(), it.unmanaged(), it.isProtected(), it.services(),
                SourceRef.wholeFile('other.groovy'))
        }])

        expect:
        Fingerprint.of(here) == Fingerprint.of(there)
        Fingerprint.of(here) != Fingerprint.of(Declaration.of([wantedProject(isProtected: true)]))
    }

    def "what Atlas shows has one fingerprint, and anything else another"() {
        given:
        def service = foundService(endpoints: [])
        def prints = [
            Observation.of([], []),
            Observation.of([foundProject()], []),
            Observation.of([foundProject(regionalMode: true)], []),
            Observation.of([foundProject(services: [service])], []),
            Observation.of([foundProject(services: [foundService(status: 'FAILED')])], []),
            Observation.of([foundProject(services: [foundService(error: 'no')])], []),
            Observation.of([foundProject(services: [foundService(listed: [vpce(1)])])], []),
            Observation.of([foundProject()], [blind(Address.of(PROJECT))]),
        ].collect { Fingerprint.of(it) }

        expect:
        prints.toSet().size() == prints.size()
        Fingerprint.of(Observation.of([foundProject(services: [service], name: 'looked up')], [])) == prints[3]
    }

    def "what is only shown, and what no plan depends on, is in no fingerprint"() {
        given:
        def rule = new ObservedEndpoint.Rule('grp-0', Optional.of('10.0.0.5'), ConnectionStatus.AVAILABLE, Optional.empty())
        def endpoint = foundEndpoint(1)
        def shown = new ObservedEndpoint(
                endpoint.id(), endpoint.attributes(), endpoint.status(), false, Optional.empty(), Optional.of('a%2Fb'), [rule])

        expect:
        Fingerprint.of(Observation.of([foundProject(services: [foundService(endpoints: [endpoint])])], [])) ==
                Fingerprint.of(Observation.of([foundProject(services: [foundService(endpoints: [shown], linkName: 'pls_6a79')])], []))
    }

    def "every change to a file is noticed, but for white space and comments"() {
        given:
        def text = planFile(new RandomWorld(3)).text()

        when:
        read(text.replace('\n', '\r\n') + '\n# a remark\n')

        then:
        noExceptionThrown()

        when:
        read(change(text))

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'edited-plan-file'
        refusal.summary().startsWith('plan.yaml was changed after it was saved')
        refusal.remedy().contains('linkspan plan SPEC --out')

        where:
        change << [
            { it.replaceFirst('"report"|"ignore"|"delete"', '"unknown"') },
            { it.replaceFirst('allowDelete: false', 'allowDelete: true') },
            { it.replaceFirst('(?m)^  content: ".*\n', '') },
            { it.replaceFirst('(?m)^  observation: ".', '  observation: "x') },
            { it.replaceFirst('cloud.mongodb.com', 'cloud.mongodb.org') },
            { it + 'extra: true\n' },
        ]
    }

    def "a file of another version is refused before anything else is looked at"() {
        when:
        read('format: "linkspan.plan-file/2"\nnew: 1\n')

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'unknown-plan-file-version'
        refusal.summary() == 'plan.yaml has the format linkspan.plan-file/2, and this version of Linkspan reads linkspan.plan-file/1'
    }

    def "a file that is no plan is refused in one sentence: #text"() {
        when:
        read(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'not-a-plan-file'
        refusal.summary().startsWith('plan.yaml is not a saved plan: ')
        !refusal.summary().contains('\n')

        where:
        text << ['', '---', 'hello', '- 1', '{"format": "linkspan.plan/1"}', 'format: 1', 'a: [', "project('x') { }", 'a: 1\na: 2',
                 'a: null', 'a: 1.5', 'a: &x {b: *x}', '\u0000', 'format: "linkspan.plan-file/1"\n---\nb: 1', '? [a]\n: b', '!!java.net.URL [x]']
    }

    def "a forged file still has to be a whole plan: #place"() {
        when:
        read(forged(change))

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'not-a-plan-file'
        refusal.summary() == "plan.yaml is not a saved plan: $place: $what"

        where:
        place                                       | what                           | change
        'targets'                                   | 'this member is missing'       | { it.remove('targets') }
        'baseUrl'                                   | 'this should be text'          | { it.baseUrl = 1L }
        'more'                                      | 'this member is unknown'       | { it.more = 'x' }
        'guard.allowDelete'                         | 'this should be true or false' | { it.guard.allowDelete = 'yes' }
        'guard'                                     | 'this should be an object'     | { it.guard = [] }
        'plan.steps[0].reason.id'                   | 'this member is missing'       | { it.plan.steps[0].reason.remove('id') }
        'plan.steps[1].subject.size'                | 'this member is unknown'       | { it.plan.steps[1].subject.size = 1L }
        'plan.steps[0].notes'                       | 'this should be a list'        | { it.plan.steps[0].put('notes', 'x') }
        'plan.steps[0]'                             | "'explode' is no action"       | { it.plan.steps[0].action = 'explode' }
        'plan.steps[1].subject'                     | "'x' is no kind of subject"    | { it.plan.steps[1].subject.kind = 'x' }
        'plan.steps[1].address'                     | "'mars' is no cloud"           | { it.plan.steps[1].address = 'a/mars' }
        'plan.blindSpots[0]'                        | 'this should be an object'     | { it.plan.blindSpots = ['x'] }
        'declaration.projects[0].unmanaged'         | "'keep' cannot stand here"     | { it.declaration.projects[0].unmanaged = 'keep' }
        'declaration.projects[0].source.line'       | 'this should be a whole number' | { it.declaration.projects[0].source.line = true }
        'declaration.projects[0].source'            | 'a line and a column are 0 or more, not -1:5' | { it.declaration.projects[0].source.line = -1L }
        'declaration.projects[0].services[0].remoteRegions' | 'something stands in it twice' | { it.declaration.projects[0].services[0].remoteRegions = ['eu-west-1'] * 2 }
        'declaration.projects[0].services[0].endpoints[0].id' | 'An endpoint id is empty' | { it.declaration.projects[0].services[0].endpoints[0].id = '' }
        'declaration'                               | "declared twice: $PROJECT"     | { it.declaration.projects << it.declaration.projects[0] }
        'fingerprints.declaration'                  | "this is another declaration's" | { it.declaration.projects[0].protected = true }
        'fingerprints.observation'                  | 'a fingerprint has 64 hexadecimal digits' | { it.fingerprints.observation = 'x' }
    }

    def "a file that cannot be read is told as such: #what"() {
        given:
        def file = folder.resolve('plan.yaml')
        make(file)

        when:
        PlanFile.read(file, 'plan.yaml')

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == summary

        where:
        what           | make                                                || summary
        'none'         | { }                                                 || 'There is no file plan.yaml'
        'a folder'     | { Files.createDirectory(it) }                       || 'plan.yaml cannot be read'
        'not UTF-8'    | { Files.write(it, [0x66, 0xff, 0x0a] as byte[]) }   || 'plan.yaml is not a saved plan: it is not UTF-8 text'
    }

    def "a plan of 9,000 endpoints can be read back, which is more than YAML parsers take unasked"() {
        given:
        def endpoints = (1..9_000).collect { wantedEndpoint(it) }
        def file = planFile([wantedProject(services: [wantedService(endpoints: endpoints)])], [foundProject()])
        def text = file.text()

        expect:
        text.length() > 3 << 20
        read(text).text() == text
    }

    private static PlanFile read(String text) {
        PlanFile.parse(text, 'plan.yaml')
    }

    private static PlanFile planFile(RandomWorld world, Guard guard = Guard.strict()) {
        planFile(world.wanted, world.found, world.blindSpots, guard)
    }

    private static PlanFile planFile(List wanted, List found, List blindSpots = [], Guard guard = Guard.strict()) {
        def declared = Declaration.of(wanted)
        def observed = Observation.of(found, blindSpots)
        new PlanFile(URL, declared, guard, [new Target('*')], Planner.plan(Comparer.compare(declared, observed), guard), Fingerprint.of(observed))
    }

    /** A file with a change and with fingerprints that fit it. */
    private static String forged(Closure<?> change) {
        def wanted = [wantedProject(regionalMode: true, services: [wantedService(endpoints: [wantedEndpoint(1)])])]
        def tree = Tree.read(planFile(wanted, [foundProject(regionalMode: false)]).text())
        change(tree)
        if (tree.fingerprints instanceof Map) {
            tree.fingerprints.remove('content')
            tree.fingerprints.content = Fingerprint.of(tree).value()
        }
        Tree.yaml(tree)
    }

    private static Declaration declaration() {
        Declaration.of([wantedProject()])
    }

    private static Plan emptyPlan() {
        new Plan(new TreeMap(), [], new TreeSet())
    }

    private static Fingerprint print(int digit) {
        new Fingerprint("$digit" * 64)
    }

    private static Step kept(Address address) {
        new Step.Keep(address, new Subject.RegionalMode(true), new Reason('id', HOSTILE), HOSTILE, false)
    }
}
