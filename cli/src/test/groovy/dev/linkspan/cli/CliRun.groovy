package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.time.Sleeper
import dev.linkspan.time.TestTime
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.security.SecureRandom

/** One run of the command line in surroundings that a test owns. */
final class CliRun {

    final Map<String, String> environment = [:]
    final TestTime time = new TestTime()
    final Path home
    final Path workingDirectory
    String input = ''
    Surroundings.Terminals terminals = Surroundings.Terminals.none()
    Sleeper sleeper = time
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream()
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream()

    CliRun(Path folder) {
        home = folder.resolve('home')
        workingDirectory = folder.resolve('work')
        home.toFile().mkdirs()
        workingDirectory.toFile().mkdirs()
    }

    /** Puts a file into the working directory. */
    Path file(String path, String text) {
        def file = workingDirectory.resolve(path)
        file.parent.toFile().mkdirs()
        file.toFile().setText(text, 'UTF-8')
        file
    }

    /** Points the run at an emulator, as its demo key. */
    CliRun against(AtlasEmulator emulator) {
        environment.MONGODB_ATLAS_BASE_URL = emulator.baseUrl()
        environment.MONGODB_ATLAS_PUBLIC_API_KEY = AtlasEmulator.DEMO_PUBLIC_KEY
        environment.MONGODB_ATLAS_PRIVATE_API_KEY = AtlasEmulator.DEMO_PRIVATE_KEY
        this
    }

    int run(String... arguments) {
        outBytes.reset()
        errBytes.reset()
        LinkspanCli.run(surroundings(), printStream(outBytes), printStream(errBytes), arguments)
    }

    String getOut() {
        outBytes.toString(StandardCharsets.UTF_8)
    }

    String getErr() {
        errBytes.toString(StandardCharsets.UTF_8)
    }

    private Surroundings surroundings() {
        new Surroundings(
                environment,
                home,
                workingDirectory,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                terminals,
                time,
                sleeper,
                { new SecureRandom() })
    }

    private static PrintStream printStream(OutputStream target) {
        new PrintStream(target, true, StandardCharsets.UTF_8)
    }
}
