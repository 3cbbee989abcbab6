package dev.linkspan.examples

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.time.TestTime
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom

/**
 * One folder: {@code spec.groovy}, and where they matter {@code state.json} (what Atlas holds at first), {@code faults.txt} and
 * {@code options.txt} (words that plan and apply get besides), and {@code apply-options.txt} (words that apply alone gets, after which
 * {@code wait} has its say). The other files are what the commands say.
 */
class Scenario {

    static final Path EXAMPLES = Path.of(System.getProperty('linkspan.examples', '.')).toAbsolutePath()

    final Path folder
    final TestTime time = new TestTime()

    Scenario(Path folder) {
        this.folder = folder
    }

    static List<Scenario> all() {
        Files.list(EXAMPLES.resolve('scenarios')).withCloseable { it.toList().toSorted().collect { new Scenario(it) } }
    }

    /** What is printed, by file name, each run against Atlas as the scenario starts it; apply goes last. */
    Map<String, String> said(Path home) {
        emulated { emulator ->
            ['audit.txt': run(emulator, home, 'audit', 'spec.groovy'),
             'plan.txt': run(emulator, home, 'plan', *options(), 'spec.groovy'),
             'plan.json': run(emulator, home, 'plan', '--format', 'json', *options(), 'spec.groovy'),
             'apply.txt': run(emulator, home, 'apply', '--yes', *options(), *lines('apply-options.txt'), 'spec.groovy'),
             *: lines('apply-options.txt') ? ['wait.txt': run(emulator, home, 'wait', 'spec.groovy')] : [:],
             'plan-after.txt': run(emulator, home, 'plan', '--detailed-exitcode', *options(), 'spec.groovy')]
        }
    }

    String expected(String file) {
        def path = folder.resolve(file)
        Files.exists(path) ? Files.readString(path) : ''
    }

    void write(String file, String text) {
        Files.writeString(folder.resolve(file), text)
    }

    private <T> T emulated(Closure<T> work) {
        def builder = AtlasEmulator.builder().clock(time)
        def state = folder.resolve('state.json')
        if (Files.exists(state)) {
            builder.state(AtlasState.read(state))
        }
        lines('faults.txt').each { builder.fault(it) }
        def emulator = builder.start()
        try {
            return work.call(emulator)
        } finally {
            emulator.close()
        }
    }

    private String run(AtlasEmulator emulator, Path home, String... arguments) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def environment = [
            MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
            MONGODB_ATLAS_PUBLIC_API_KEY: AtlasEmulator.DEMO_PUBLIC_KEY,
            MONGODB_ATLAS_PRIVATE_API_KEY: AtlasEmulator.DEMO_PRIVATE_KEY]
        def surroundings = new Surroundings(environment, home, folder, InputStream.nullInputStream(),
                Surroundings.Terminals.none(), time, time, { new SecureRandom() })
        int status = LinkspanCli.run(surroundings, stream(out), stream(err), arguments)
        text(out) + text(err) + "\nexit status $status\n"
    }

    private List<String> options() {
        lines('options.txt')
    }

    private List<String> lines(String file) {
        def path = folder.resolve(file)
        Files.exists(path) ? Files.readAllLines(path).findAll { !it.blank } : []
    }

    private static PrintStream stream(OutputStream target) {
        new PrintStream(target, true, StandardCharsets.UTF_8)
    }

    private static String text(ByteArrayOutputStream bytes) {
        bytes.toString(StandardCharsets.UTF_8)
    }

    @Override
    String toString() {
        folder.fileName
    }
}
