package dev.linkspan.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ValidateCommandSpec extends Specification {

    @TempDir
    Path folder

    CliRun cli

    def setup() {
        cli = new CliRun(folder)
    }

    def "valid specs are counted, and status 0 says so to scripts"() {
        given:
        cli.file('specs/a.groovy', "project('5e2211c17a3e5a48f5497de3') { aws('us-east-1') { endpoint 'vpce-0d00c26273372c6ef' } }")
        cli.file('specs/below/b.groovy', "project('6e2211c17a3e5a48f5497de4') { aws('eu-west-1') { } }")

        expect:
        cli.run('validate', 'specs') == 0
        cli.out == 'Valid: 2 projects, 2 services, 1 endpoint.\n'
        cli.err.empty
    }

    def "every fault of every file is told on standard error, with its place, its line and a remedy"() {
        given:
        cli.file('a.groovy', "project('5e2211c17a3e5a48f5497de3') {\n    aws('us-est-1') { }\n}\n")
        cli.file('b.groovy', "project('6e2211c17a3e5a48f5497de4') {\n    aws('eu-west-1') { endpoint 'vpce-1' }\n}\n")

        expect:
        cli.run('validate', 'a.groovy', 'b.groovy') == 1
        cli.out.empty
        cli.err.contains("a.groovy:2:5: error: 'us-est-1' is not an Atlas region of AWS\n        aws('us-est-1') { }\n        ^\n")
        cli.err =~ /(?m)^b\.groovy:2:\d+: error: /
        cli.err.endsWith('2 errors.\n')
    }

    def "parameters come from the command line, the environment and settings files"() {
        given:
        cli.file('a.groovy', "project(params.project) { aws(params.region) { endpoint params.endpoint } }")
        cli.file('linkspan.yaml', "params: {region: us-east-1}")
        cli.environment.LINKSPAN_PARAM_endpoint = 'vpce-0d00c26273372c6ef'

        expect:
        cli.run('validate', '-P', 'project=5e2211c17a3e5a48f5497de3', 'a.groovy') == 0
        cli.run('-P', 'project=5e2211c17a3e5a48f5497de3', 'validate', 'a.groovy') == 0
        cli.run('validate', 'a.groovy') == 1
    }

    def "a parameter's value is all that stands behind its first equals sign"() {
        given:
        cli.file('a.groovy', "project('5e2211c17a3e5a48f5497de3') { aws(params.x == value ? 'us-east-1' : 'wrong') { } }"
                .replace('value', "'$value'"))

        expect:
        cli.run('validate', option, 'a.groovy') == 0
        cli.run(option, 'validate', 'a.groovy') == 0

        where:
        option        | value
        '-Px=a'       | 'a'
        '-P=x=a'      | 'a'
        '-Px='        | ''
        '-Px=a=b,c'   | 'a=b,c'
    }

    def "it needs no credentials, not even whole ones"() {
        given:
        cli.file('a.groovy', "project('5e2211c17a3e5a48f5497de3') { aws('us-east-1') { } }")
        cli.environment.MONGODB_ATLAS_PUBLIC_KEY = 'half'

        expect:
        cli.run('validate', 'a.groovy') == 0
    }

    def "it is wrong usage to name no spec, and a failure to name one that is not there"() {
        expect:
        cli.run('validate') == 64
        cli.err.contains("'linkspan validate --help'")
        cli.run('validate', 'absent.groovy') == 1
        cli.err.startsWith('absent.groovy: error: ')
    }

    def "settings that cannot be used stop it before any spec is read: #faulty"() {
        given:
        cli.file('linkspan.yaml', faulty)

        expect:
        cli.run('validate', 'absent.groovy', *options) == status
        cli.err.startsWith(message)
        !cli.err.contains('absent.groovy')

        where:
        faulty               | options                    || status | message
        'atlas: {lane: 1}'   | []                         || 1      | "linkspan.yaml:1:9: error: There is no setting 'atlas.lane'\n        atlas: {lane: 1}\n                ^\n    Did you mean 'atlas.lanes'?\n"
        ''                   | ['--atlas-url', 'http://x'] || 64    | 'error: --atlas-url: '
        ''                   | ['--log-level', 'debig']   || 64     | "error: --log-level: 'debig' is not among error, warn, info, debug\n    Did you mean debug?"
        ''                   | ['-P', '=no-name']         || 64     | "error: -P : '' cannot be the name of a parameter\n"
        ''                   | ['--settings', 'no.yaml']  || 1      | 'no.yaml: error: There is no such settings file\n'
    }

    def "its help has examples, its own options, and where the others are"() {
        expect:
        cli.run('validate', '--help') == 0
        cli.out.contains('linkspan validate atlas/')
        cli.out.contains("see 'linkspan --help'")
        !cli.out.contains('--atlas-url')
    }

    def "colour is used on a terminal, and left where it is not wanted"() {
        given:
        cli.file('a.groovy', 'nonsense')
        cli.terminals = new Surroundings.Terminals(false, false, isTerminal, 80)
        cli.environment.putAll(environment)

        when:
        cli.run('validate', 'a.groovy', *options)

        then:
        cli.err.contains('\u001b[') == isColored

        where:
        isTerminal | environment     | options        || isColored
        true       | [:]             | []             || true
        false      | [:]             | []             || false
        true       | [NO_COLOR: '1'] | []             || false
        true       | [:]             | ['--no-color'] || false
        false      | [LINKSPAN_COLOR: 'always'] | []  || true
    }
}
