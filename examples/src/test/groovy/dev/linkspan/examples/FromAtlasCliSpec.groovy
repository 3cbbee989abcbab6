package dev.linkspan.examples

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.time.TestTime
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** docs/from-atlas-cli.md: its commands do what it says, and those that it names exist. */
class FromAtlasCliSpec extends Specification {

    static final PAGE = Files.readString(Scenario.EXAMPLES.parent.resolve('docs/from-atlas-cli.md'))
    static final STATE = '''{"projects": [{"id": "5e2211c17a3e5a48f5497de3", "name": "payments", "services": [
        {"provider": "AWS", "region": "us-east-1", "endpoints": ["vpce-0d00c26273372c6ef"]}]}]}'''

    @TempDir
    Path folder
    TestTime time = new TestTime()

    def 'every command of the page works'() {
        given:
        Files.writeString(folder.resolve('state.json'), STATE)
        def emulator = AtlasEmulator.builder().clock(time).state(AtlasState.read(folder.resolve('state.json'))).start()

        expect:
        commands.size() > 3
        commands.every { command ->
            assert run(emulator, command) == 0: command
            true
        }

        cleanup:
        emulator?.close()
    }

    def 'every command that the tables name exists'() {
        given:
        def named = (PAGE =~ /`linkspan ([a-z-]+)/).collect { it[1] }.toSet()

        expect:
        named.every { LinkspanCli.run(surroundings([:]), quiet(), quiet(), it, '--help') == 0 }
    }

    private static List<String> getCommands() {
        (PAGE =~ /(?s)```\n(.*?)```/).collect { it[1] }.collectMany { it.readLines() }
    }

    private int run(AtlasEmulator emulator, String command) {
        LinkspanCli.run(surroundings([
            MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
            MONGODB_ATLAS_PUBLIC_API_KEY: AtlasEmulator.DEMO_PUBLIC_KEY,
            MONGODB_ATLAS_PRIVATE_API_KEY: AtlasEmulator.DEMO_PRIVATE_KEY]), quiet(), quiet(), command.split(' ').tail())
    }

    private Surroundings surroundings(Map<String, String> environment) {
        new Surroundings(environment, folder, folder, InputStream.nullInputStream(), Surroundings.Terminals.none(), time, time, { new Random(1) })
    }

    private static PrintStream quiet() {
        new PrintStream(OutputStream.nullOutputStream())
    }
}
