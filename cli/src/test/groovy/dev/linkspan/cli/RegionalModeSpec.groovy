package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class RegionalModeSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator
    CliRun cli

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).start()
        cli.against(emulator)
    }

    def 'it is shown, and nothing is written'() {
        expect:
        cli.run('regional-mode', project) == 0
        cli.out == "Regional mode of $project is off.\n"
        emulator.requests().every { it.method() == 'GET' }

        where:
        project << [PROJECT, 'demo']
    }

    def 'it is switched once Atlas shows it, and stands in the journal before it is sent'() {
        expect:
        cli.run('regional-mode', '--yes', '--journal', 'journal.jsonl', 'demo', 'on') == 0
        cli.out == 'Regional mode of demo is on now.\n'
        cli.run('regional-mode', '--format', 'json', 'demo') == 0
        cli.out.contains('"enabled": true')
        cli.workingDirectory.resolve('journal.jsonl').toFile().readLines()*.replaceAll(/.*"event":"([^"]*)".*/, '$1') ==
            ['run-begins', 'call', 'answer', 'run-ends']
    }

    def 'what is so already is not sent'() {
        expect:
        cli.run('regional-mode', '--yes', '--format', 'yaml', PROJECT, 'off') == 0
        cli.out.contains('changed: false')
        emulator.requests().every { it.method() == 'GET' }
    }

    def 'somebody is asked, and only a whole yes is one'() {
        given:
        cli.terminals = new Surroundings.Terminals(true, false, false, 80)
        cli.input = answer

        expect:
        cli.run('regional-mode', PROJECT, 'on') == status
        cli.err.startsWith('The connection strings of sharded clusters change with regional mode; applications need the new ones.\n\n' +
            "Switch regional mode of $PROJECT on? Only 'yes' will do:\n")
        emulator.requests().any { it.method() == 'PATCH' } == isSent

        where:
        answer  || status | isSent
        'yes\n' || 0      | true
        'no\n'  || 1      | false
    }

    def 'a refusal is told with its reason'() {
        given:
        emulator.addFault('403 on PATCH /groups/...')

        expect:
        cli.run('regional-mode', '--yes', PROJECT, 'on') == 1
        cli.err.contains('Project Owner')
    }

    def 'wrong use is told, and nothing is asked of Atlas'() {
        expect:
        cli.run('regional-mode', *arguments) == status
        cli.err.contains(told)
        !emulator.requests().any { it.method() == 'PATCH' }

        where:
        arguments                            || status | told
        []                                   || 64     | 'PROJECT'
        [PROJECT, 'on']                      || 64     | 'say --yes'
        [PROJECT, 'perhaps']                 || 64     | 'perhaps'
        ['nowhere']                          || 1      | 'these credentials see no project of this name'
    }
}
