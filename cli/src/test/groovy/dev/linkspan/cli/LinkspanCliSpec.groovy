package dev.linkspan.cli

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
                [],
                ['nonsense'],
                ['--nonsense'],
                ['--settings'],
                ['-P', 'no-value'],
                ['--no-color', '--unknown=1', 'also-unknown'],
                ['\u001b[31mred'],
                ['validate', '@file-of-arguments', '--nonsense'],
        ]
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

    def "an argument that begins with @ is no file of arguments"() {
        given:
        def cli = new CliRun(folder)
        cli.file('words', '--version')

        expect:
        cli.run('validate', '@words') == 1
        cli.err.startsWith('@words: error: ')
    }
}
