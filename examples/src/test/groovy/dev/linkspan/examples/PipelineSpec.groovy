package dev.linkspan.examples

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.time.TestTime
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The pipelines in examples/ci: every line that calls linkspan. */
class PipelineSpec extends Specification {

    private static final CI = Scenario.EXAMPLES.resolve('ci')

    @TempDir
    Path folder
    TestTime time = new TestTime()
    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(time).start()

    def 'the commands of #pipeline do their work, in the order in which they stand there'() {
        given:
        def specs = Files.createDirectory(folder.resolve('atlas'))
        Files.copy(Scenario.EXAMPLES.resolve('quickstart/payments.groovy'), specs.resolve('payments.groovy'))

        expect:
        commands(pipeline).every { command ->
            assert run(command) == 0: command
            true
        }
        commands(pipeline).collect { it.split(' ')[1] } == ['validate', 'plan', 'apply', 'audit']

        where:
        pipeline << ['github-actions.yml', 'gitlab-ci.yml', 'Jenkinsfile']
    }

    def 'the pipeline in two jobs begins, waits and finishes, and lets pass that something is left until it does'() {
        given:
        def specs = Files.createDirectory(folder.resolve('atlas'))
        Files.copy(Scenario.EXAMPLES.resolve('quickstart/payments.groovy'), specs.resolve('payments.groovy'))
        def pipeline = 'github-actions-two-jobs.yml'

        expect:
        commands(pipeline).collect { [it.split(' ')[1], run(it)] } == [['apply', 2], ['wait', 2], ['apply', 0]]
        run('linkspan plan --detailed-exitcode atlas/') == 0

        and:
        Files.readAllLines(CI.resolve(pipeline)).findAll { it.contains('run: linkspan') }.collect { (it =~ / \|\| (.*)/).collect { it[1] } } ==
            [['test \$? -eq 2'], ['test \$? -le 3'], []]
    }

    def 'the lines of the page on reports do their work'() {
        given:
        def specs = Files.createDirectory(folder.resolve('specs'))
        Files.copy(Scenario.EXAMPLES.resolve('quickstart/payments.groovy'), specs.resolve('payments.groovy'))
        def lines = Files.readAllLines(Scenario.EXAMPLES.resolveSibling('docs/audit.md')).dropWhile { it != '## Reports' }
            .findAll { it.trim().startsWith('linkspan ') }.collect { (it =~ /linkspan [^|#]*/)[0].trim() }

        expect:
        lines.size() >= 2
        lines.every { command ->
            assert run(command) == 2: command
            true
        }
        Files.list(folder).withCloseable { it.collect { it.fileName.toString() } }.containsAll(['audit.xml', 'audit.sarif'])
    }

    def 'every file in the folder is one that the page beside it names, and none calls linkspan unseen'() {
        given:
        def files = Files.list(CI).withCloseable { it.toList() }*.fileName*.toString().toSorted()

        expect:
        files - 'README.md' == (CI.resolve('README.md').toFile().text =~ /\]\(([^)]+)\)/).collect { it[1] }.unique().toSorted()
        commands('linkspan-action.yml') == ['linkspan --version']
        run('linkspan --version') == 0
    }

    /** What a shell would run, without where its output goes. */
    private static List<String> commands(String pipeline) {
        Files.readAllLines(CI.resolve(pipeline))
            .collectMany { (it =~ /^ *(?:- )?(?:run: |sh ')?(?:\.linkspan\/)?(linkspan [a-z-][^'>#|]*)/).collect { it[1].trim() } }
    }

    private int run(String command) {
        def out = new PrintStream(OutputStream.nullOutputStream())
        def surroundings = new Surroundings(
                [MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
                 MONGODB_ATLAS_CLIENT_ID: AtlasEmulator.DEMO_CLIENT_ID,
                 MONGODB_ATLAS_CLIENT_SECRET: AtlasEmulator.DEMO_CLIENT_SECRET],
                folder,
                folder,
                InputStream.nullInputStream(),
                Surroundings.Terminals.none(),
                time,
                time,
                { new SecureRandom() })
        LinkspanCli.run(surroundings, out, out, command.split(' ').tail())
    }
}
