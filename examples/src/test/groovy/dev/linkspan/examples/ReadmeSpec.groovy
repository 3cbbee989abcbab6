package dev.linkspan.examples

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.time.TestTime
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** README.md, word by word. */
class ReadmeSpec extends Specification {

    static final Path ROOT = Scenario.EXAMPLES.parent
    static final README = Files.readString(ROOT.resolve('README.md'))

    @TempDir
    Path folder
    TestTime time = new TestTime()
    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(time).start()

    def 'the gate runs the two commands of the README, tests first'() {
        given:
        def fromReadme = commands().findAll { !it.startsWith('linkspan') }

        expect:
        fromReadme == ['./linkspan demo', 'mvn -B -ntp verify']
        Files.readAllLines(ROOT.resolve('.ci/run')).findAll { it in fromReadme } == fromReadme.reverse()
    }

    def 'the first spec goes through the commands of every day, in the order of the README'() {
        given:
        Files.writeString(folder.resolve('payments.groovy'), blocks('groovy')[0])

        expect:
        commands().findAll { it.startsWith('linkspan ') && !it.contains('emulator') }.every { command ->
            int status = run(command)
            assert status == 0: command
            true
        }
    }

    def 'the emulator starts as the README starts it'() {
        given:
        def command = commands().find { it.startsWith('linkspan emulator') }.replace('--port 8080', '--port 0')

        expect:
        run(command) == 0
    }

    def 'every page that the README and the docs point at is there'() {
        expect:
        ['README.md', *Files.list(ROOT.resolve('docs')).withCloseable { it.findAll { it.toString().endsWith('.md') } }*.toString()]
            .collectMany { page ->
                def path = ROOT.resolve(page)
                (path.toFile().text =~ /\]\(([^)#:]+)(?:#[^)]*)?\)/).collect { it[1] }
                    .findAll { !Files.exists(path.parent.resolve(it)) }
                    .collect { "$page -> $it" }
            } == []
    }

    private int run(String command) {
        def out = new PrintStream(OutputStream.nullOutputStream())
        def surroundings = new Surroundings(
                [MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
                 MONGODB_ATLAS_PUBLIC_API_KEY: AtlasEmulator.DEMO_PUBLIC_KEY,
                 MONGODB_ATLAS_PRIVATE_API_KEY: AtlasEmulator.DEMO_PRIVATE_KEY],
                folder,
                folder,
                new ByteArrayInputStream('yes\n'.getBytes(StandardCharsets.UTF_8)),
                new Surroundings.Terminals(true, false, false, 80),
                time,
                time,
                { new SecureRandom() })
        LinkspanCli.run(surroundings, out, out, command.split(' ').tail())
    }

    /** The lines of the shell blocks, without their comments. */
    private static List<String> commands() {
        blocks('sh').collectMany { it.readLines() }.collect { it.replaceAll(/\s+#.*/, '').trim() }.findAll { it }
    }

    private static List<String> blocks(String language) {
        (README =~ /(?s)```$language\n(.*?)```/).collect { it[1] }
    }
}
