package dev.linkspan.cli

import dev.linkspan.audit.history.HistoryPlace
import dev.linkspan.audit.history.Standing
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** docs/history.md says what is so. {@code -Dlinkspan.goldens=write} writes anew what its commands print. */
class HistoryPageSpec extends Specification {

    private static final FILE = Path.of('../docs/history.md')
    private static final PAGE = Files.readString(FILE)
    private static final BLOCK = ~/(?s)```\n\$ linkspan (.*?)\n(.*?)```/

    @TempDir
    Path folder

    def "every command that the page shows prints what the page shows"() {
        given:
        def cli = new CliRun(folder)
        SampleHistory.at(cli.home.resolve('.local/state/linkspan/history.db'))

        when:
        def page = PAGE.replaceAll(BLOCK) { whole, command, printed ->
            assert cli.run(*command.split(' ')) == 0
            "```\n\$ linkspan $command\n${cli.out.replace('\r\n', '\n')}```"
        }
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(FILE, page)
        }

        then:
        page == Files.readString(FILE)
        (PAGE =~ BLOCK).size() == 5
    }

    def "every place that the page shows is one"() {
        given:
        def places = rowsBelow('## Where it is').collectMany { row -> (row[0] =~ /`([^`]*)`/).collect { it[1] } }

        expect:
        places.size() == 5
        places.every { HistoryPlace.parse(it, folder, Optional.empty()) }
    }

    def "the page explains every standing"() {
        expect:
        rowsBelow('## How a finding stands')*.first() == Standing.values().collect { "`${it.word()}`".toString() }
    }

    private static List<List<String>> rowsBelow(String heading) {
        PAGE.readLines().dropWhile { it != heading }.drop(1).takeWhile { !it.startsWith('#') }
            .findAll { it.startsWith('|') }.drop(2)
            .collect { it[1..-2].split(/\|/)*.trim() }
    }
}
