package dev.linkspan.cli.settings

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** docs/settings.md says what is so. */
class SettingsGuideSpec extends Specification {

    static final GUIDE = Path.of('../docs/settings.md').toFile().text

    @TempDir
    Path folder

    def "the table lists every setting with its variables and its built-in value, and nothing else"() {
        expect:
        rows.findAll { it[0] != 'params.NAME' } == Key.values().collect {
            [it.path(), it.variables().join(', '), it.standard()]
        }
        rows.find { it[0] == 'params.NAME' } == ['params.NAME', Key.PARAM_VARIABLE_PREFIX + 'NAME', '']
    }

    def "every settings file that it shows is accepted: #yaml"() {
        given:
        def file = Files.writeString(folder.resolve('linkspan.yaml'), yaml)
        def environment = [TEAM: 'blue', ATLAS_SECRET: 's']

        when:
        def settings = new SettingsLoader(environment, folder, folder.resolve('elsewhere'))
                .load(Optional.of(file), CommandLineSettings.none())

        then:
        settings.params == (yaml.contains('params:') ? [environment: 'production', team: 'blue'] : [:])

        where:
        yaml << (GUIDE =~ /(?s)```yaml\n(.*?)```/).collect { it[1] }
    }

    def "every duration that it shows is one"() {
        expect:
        !DurationText.parse(duration).zero

        where:
        duration << (GUIDE.readLines().find { it.startsWith('Durations') } =~ /`(.*?)`/).collect { it[1] }
    }

    private static List<List<String>> getRows() {
        GUIDE.readLines()
                .findAll { it.startsWith('| `') }
                .collect { it.split(/\|/, -1)*.trim()*.replace('`', '') }
                .collect { [it[1], it[2], it[4]] }
    }
}
