package dev.linkspan.cli

import dev.linkspan.audit.notify.HookServer
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import java.nio.file.Files
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** docs/notify.md, word by word. */
class NotifyPageSpec extends Specification {

    static final PAGE = Files.readString(Path.of('../docs/notify.md'))

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator
    @AutoCleanup
    HookServer slack = HookServer.start()

    CliRun cli

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time)
            .state(AtlasState.read(cli.file('state.json', AuditNotificationSpec.STATE))).start()
        cli.against(emulator)
    }

    def 'the commands of the page tell what the page shows'() {
        given:
        def lines = blocks('sh')[0].readLines()
        def variable = (lines[0] =~ /^export (\w+)=https:/)[0][1] as String
        def commands = lines.drop(1)*.replaceAll(/ +#.*/, '')

        expect:
        commands.collect { command ->
            cli.environment[variable] = slack.url
            cli.run(command.tokenize(' ').tail() as String[])
        } == [2, 2, 2]
        slack.bodies.size() == 2
        texts()[0] == blocks('')[0].trim()
        texts()[1].contains('1 found (1 error)')
    }

    def 'the settings of the page are settings'() {
        given:
        cli.file('mine.yaml', blocks('yaml')[0])
        cli.environment.SLACK_WEBHOOK = slack.url
        cli.environment.SMTP_PASSWORD = 'p'

        expect:
        cli.run('audit', '--project', AuditNotificationSpec.WELL, '--settings', 'mine.yaml') == 0
    }

    private List<String> texts() {
        slack.bodies.collect { new Yaml().load(it).text }
    }

    private static List<String> blocks(String language) {
        def blocks = []
        def block = null
        PAGE.readLines().each { line ->
            if (line.startsWith('```')) {
                if (block == null) {
                    block = [language: line.drop(3), lines: []]
                } else {
                    blocks << block
                    block = null
                }
            } else if (block != null) {
                block.lines << line
            }
        }
        blocks.findAll { it.language == language }.collect { it.lines.join('\n') }
    }
}
