package dev.linkspan.cli

import dev.linkspan.time.Sleeper
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class LinkspanCliSpec extends Specification {

    @TempDir
    Path folder

    def "the version goes to standard output"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run('--version') == 0
        cli.out.startsWith('linkspan 0.')
        cli.err.empty
    }

    def "help goes to standard output, and names every exit status"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run('--help') == 0
        ExitStatus.values().every { cli.out =~ /(?m)^ +${it.code()}  \S/ }
        cli.err.empty
    }

    def "wrong usage ends with 64, nothing on standard output, and where help is: #arguments"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run(*arguments) == 64
        cli.out.empty
        cli.err.startsWith('error: ')
        cli.err.contains("--help' shows what can be said.")
        !cli.err.contains('Exception')

        where:
        arguments << [
                ['nonsense'],
                ['nonsense', '--help'],
                ['--nonsense'],
                ['--settings'],
                ['-P', 'no-value'],
                ['--no-color', '--unknown=1', 'also-unknown'],
                ['\u001b[31mred'],
                ['validate', '@file-of-arguments', '--nonsense'],
        ]
    }

    def "without a command, the page of all commands stands on standard error, and the status is 64"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run() == 64
        cli.out.empty
        cli.err.contains('\nCommands:\n  demo ')
        cli.err.endsWith("\n\nerror: Say which command to run; 'linkspan demo' needs nothing else\n")
    }

    def "the help of #command has an example that begins with its name, and nowhere two empty lines"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run(command, '--help') == 0
        cli.out =~ /\n\nExamples?:\n  linkspan $command/
        !cli.out.contains('\n\n\n')

        where:
        command << ['demo', 'validate', 'plan', 'apply', 'destroy', 'audit', 'history', 'emulator']
    }

    def "an empty path, as an unset variable leaves it, is refused: #command"() {
        given:
        def cli = new CliRun(folder)
        cli.file('here.groovy', "project('5e2211c17a3e5a48f5497de3') { }")

        expect:
        cli.run(*command, '') == 64
        cli.err.startsWith('error: A SPEC is empty; write the path of a file or folder, or . for this folder\n')

        where:
        command << [['validate'], ['plan'], ['destroy', '--yes'], ['audit', 'here.groovy']]
    }

    def "a misspelt word gets a suggestion: #arguments"() {
        given:
        def cli = new CliRun(folder)

        expect:
        cli.run(*arguments) == 64
        cli.err.readLines() == ["error: $said", "    Did you mean $meant?", "    '$help --help' shows what can be said."]*.toString()

        where:
        arguments                  || said                          | meant        | help
        ['valdate', 'a.groovy']    || "There is no command 'valdate'" | 'validate' | 'linkspan'
        ['--setings', 'x']         || "There is no option '--setings'" | '--settings' | 'linkspan'
        ['validate', 'a', '--atlas-ul=x'] || "There is no option '--atlas-ul=x'" | '--atlas-url' | 'linkspan validate'
    }

    def "a stack trace is shown only where a settings file, a variable or an option asks for it"() {
        given:
        def cli = new CliRun(folder)
        cli.environment.putAll(environment)
        cli.file('linkspan.yaml', yaml)
        cli.sleeper = { throw new IllegalStateException('a fault of ours') } as Sleeper

        expect:
        cli.run('emulator', *options) == 1
        cli.err.contains('error: Linkspan itself is at fault: java.lang.IllegalStateException: a fault of ours')
        cli.err.contains('\tat dev.linkspan.cli') == isShown

        where:
        yaml               | environment                   | options                  || isShown
        ''                 | [:]                           | []                       || false
        'log-level: debug' | [:]                           | []                       || true
        ''                 | [LINKSPAN_LOG_LEVEL: 'debug'] | []                       || true
        'log-level: debug' | [:]                           | ['--log-level', 'info']  || false
        ''                 | [:]                           | ['--log-level=debug']    || true
    }

    def "an argument that begins with @ is no file of arguments"() {
        given:
        def cli = new CliRun(folder)
        cli.file('words', '--version')

        expect:
        cli.run('validate', '@words') == 1
        cli.err.startsWith('@words: error: ')
    }
}
