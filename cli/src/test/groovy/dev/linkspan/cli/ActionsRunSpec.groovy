package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What GitHub Actions gets besides the output. */
class ActionsRunSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final SPEC = "project('$PROJECT') { aws('us-east-1') { endpoint 'vpce-0d00c26273372c6ef' } }"

    @TempDir
    Path folder
    CliRun cli
    Path summary
    @AutoCleanup
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).start()
        cli.against(emulator)
        summary = folder.resolve('summary.md')
        cli.environment.GITHUB_ACTIONS = 'true'
        cli.environment.GITHUB_STEP_SUMMARY = summary.toString()
        cli.file('specs/spec.groovy', SPEC)
    }

    def "each command appends its page to the job's summary, and prints what it always prints"() {
        given:
        Files.writeString(summary, '# mine\n')

        when:
        def statuses = [cli.run('plan', 'specs'), cli.run('audit', 'specs'), cli.run('apply', '--yes', 'specs'),
                        cli.run('apply', '--yes', 'specs'), cli.run('destroy', '--yes', 'specs')]

        then:
        statuses == [0, 2, 0, 0, 0]
        Files.readString(summary).readLines().findAll { it.startsWith('#') && !it.startsWith('###') } ==
                ['# mine', '## Linkspan: plan', '## Linkspan: audit', '## Linkspan: apply', '## Linkspan: plan', '## Linkspan: destroy']
        cli.err.empty
        !cli.out.contains('##')
    }

    def "elsewhere nobody gets anything: #environment"() {
        given:
        cli.environment.putAll(environment)

        expect:
        cli.run('plan', 'specs') == 0
        cli.err.empty
        !Files.exists(summary)

        where:
        environment << [[GITHUB_ACTIONS: ''], [GITHUB_ACTIONS: 'false'], [GITHUB_STEP_SUMMARY: '']]
    }

    def "a summary that cannot be written is a warning, whatever the reason: #file"() {
        given:
        cli.environment.GITHUB_STEP_SUMMARY = file.replace('FOLDER', folder.toString())

        expect:
        cli.run('plan', '--detailed-exitcode', 'specs') == 2
        cli.err.startsWith('warning: The job summary cannot be written to ')
        cli.err.readLines().size() == 1

        where:
        file << ['FOLDER', 'FOLDER/absent/summary.md', 'FOLDER/nul\u0000']
    }

    def "GitHub's limit for a step holds, whatever stands there already: #bytes bytes"() {
        given:
        Files.write(summary, new byte[bytes])
        cli.file('specs/spec.groovy', "project('$PROJECT') { aws('us-east-1') { for (i in 100..<900) { endpoint 'vpce-0d00c26273372c' + i } } }")

        expect:
        cli.run('plan', 'specs') == 0
        Files.size(summary) <= 1024 * 1024
        Files.size(summary) > bytes == isWritten
        cli.err.contains('summary is full') != isWritten

        where:
        bytes             || isWritten
        0                 || true
        1024 * 1024 - 13_000 || true
        1024 * 1024 - 900 || false
    }

    def "faults of specs are annotations, at the place as the repository knows it: #command"() {
        given:
        cli.environment.GITHUB_WORKSPACE = cli.workingDirectory.parent.toString()
        cli.file('specs/spec.groovy', "project('$PROJECT') {\n    aws('us-esat-1') { }\n}")

        expect:
        cli.run(*command, 'specs') == 1
        cli.err.readLines().findAll { it.startsWith('::') } == [
            "::error col=5,file=work/specs/spec.groovy,line=2,title=Linkspan%3A unknown-region::'us-esat-1' is not an Atlas region of AWS%0A" +
                    cli.err.readLines()[3].trim()]
        cli.err.startsWith('specs')

        where:
        command << [['validate'], ['plan'], ['apply', '--yes'], ['audit']]
    }

    def "what could not be read is a warning, and the status stays what it is"() {
        given:
        cli.file('specs/other.groovy', "project('6f3322d28b4f6b59a6508ef4') { aws('us-east-1') { } }")

        expect:
        cli.run('plan', 'specs') == 3
        cli.err.startsWith('::warning title=Linkspan%3A could not be read::6f3322d28b4f6b59a6508ef4')
        cli.err.readLines().size() == 1
    }

    def "#command --format markdown prints the page and nothing else"() {
        expect:
        cli.run(*command, '--format', 'markdown', 'specs') == 0
        cli.out.startsWith(head)
        cli.err.empty

        where:
        command            || head
        ['plan']           || '## Linkspan: plan\n\n**Plan: 2 to create.**\n'
        ['apply', '--yes'] || '## Linkspan: apply\n\n**Apply complete in '
    }
}
