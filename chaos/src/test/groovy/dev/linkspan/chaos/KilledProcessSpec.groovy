package dev.linkspan.chaos

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.model.Address
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The same with the whole command, in a process of its own that is killed in the middle, as by a machine that fails, and is then run again.
 * {@code -Dlinkspan.chaos.processes} says how many.
 */
class KilledProcessSpec extends Specification {

    static final int PROCESSES = Integer.getInteger('linkspan.chaos.processes')

    private static final int SPEED = 300
    private static final int MOST_RUNS = 7

    @TempDir
    Path folder
    AtlasEmulator emulator

    def 'a process that is killed and run again gets there, and has harmed nothing [seed #seed]'() {
        given:
        def chance = new Chance(seed)
        def scene = new Scene(chance)
        def witness = new Witness(folder.resolve('journal.jsonl'), [])
        emulator = AtlasEmulator.builder().speed(SPEED).state(scene.start).watcher(witness).start()
        witness.judge = new Judge(scene, emulator)
        witness.isSeenInFull = true
        witness.isAlone = true
        Files.writeString(folder.resolve('spec.groovy'), SpecText.of(scene.project))

        when: 'it is killed at some request, which is served or not'
        witness.begin()
        def victim = apply(scene)
        boolean isServed = chance.of(50)
        witness.at(chance.below(25)) { kill(victim, witness, isServed) }
        waitFor(victim)

        and: 'it is run until it has nothing left to do'
        def statuses = []
        while (statuses.size() < MOST_RUNS && !(statuses.contains(0) || statuses.count(2) > 1)) {
            witness.begin()
            statuses << waitFor(apply(scene))
        }

        then:
        statuses.last() == (isWhole(scene) ? 0 : 2)
        witness.wrongs + witness.judge.unmet() + witness.judge.harm() == []

        cleanup:
        emulator?.close()

        where:
        seed << (1..<1 + PROCESSES)
    }

    /** Whether nothing has to be held. */
    private static boolean isWhole(Scene scene) {
        scene.frozen.empty
    }

    private static boolean kill(Process victim, Witness witness, boolean isServed) {
        // First, or the next process might find the door shut.
        witness.isShut = true
        victim.destroyForcibly().waitFor()
        isServed
    }

    private static int waitFor(Process process) {
        // Nobody reads on: a full pipe would stop it.
        process.inputStream.text
        assert process.waitFor(120, TimeUnit.SECONDS)
        process.exitValue()
    }

    private Process apply(Scene scene) {
        def guards = (scene.guard.allowsDelete() ? ['--allow-delete'] : []) + scene.guard.replaceable().collectMany { Address it -> ['--replace', it.toString()] }
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def builder = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'), LinkspanCli.name,
            'apply', '--yes', '--journal', 'journal.jsonl', *guards, 'spec.groovy'] as List<String>)
        builder.directory(folder.toFile()).redirectErrorStream(true)
        builder.environment().putAll(
            HOME: folder.toString(),
            LINKSPAN_WAIT_SPEED: SPEED.toString(),
            MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
            MONGODB_ATLAS_ACCESS_TOKEN: AtlasEmulator.DEMO_ACCESS_TOKEN)
        builder.start()
    }
}
