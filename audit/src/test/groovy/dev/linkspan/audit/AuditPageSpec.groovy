package dev.linkspan.audit

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The page for users says what the code says. */
class AuditPageSpec extends Specification {

    static final PAGE = Files.readString(Path.of('../docs/audit.md'))

    def "the page explains every status in the code's words, in the code's order"() {
        expect:
        rowsBelow(heading) == meanings.collect { [it.status() == '*' ? 'any other' : "`${it.status()}`" as String, it.meaning(), it.advice()] }

        where:
        heading         | meanings
        '### Services'  | StatusMeaning.services() + StatusMeaning.unknown()
        '### Endpoints' | StatusMeaning.endpoints() + StatusMeaning.unknown()
    }

    def "the page names every kind of finding with its severity, and every verdict with its exit status"() {
        expect:
        Finding.Kind.values().every { kind -> rowsBelow('## Findings').any { it[0] == "`${kind.word()}`" } }
        rowsBelow('## Exit statuses')*.take(2) == Verdict.values().collect { ["${it.exitStatus()}", "`${it.word()}`"]*.toString() }
    }

    private static List<List<String>> rowsBelow(String heading) {
        PAGE.readLines().dropWhile { it != heading }.drop(1).takeWhile { !it.startsWith('#') }
            .findAll { it.startsWith('|') }.drop(2)
            .collect { it[1..-2].split(/\|/)*.trim() }
    }
}
