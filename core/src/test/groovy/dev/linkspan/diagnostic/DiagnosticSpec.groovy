package dev.linkspan.diagnostic

import spock.lang.Specification

class DiagnosticSpec extends Specification {

    def "a place is written so that editors can follow it"() {
        expect:
        place.toString() == text

        where:
        place                                   || text
        new SourceRef('a.groovy', 3, 7, 'aws')  || 'a.groovy:3:7'
        new SourceRef('a.groovy', 3, 0, 'aws')  || 'a.groovy:3'
        new SourceRef('a.groovy', 0, 0, '')     || 'a.groovy'
        SourceRef.wholeFile('specs/b.groovy')   || 'specs/b.groovy'
    }

    def "a place before the beginning of a file is refused"() {
        when:
        new SourceRef('a.groovy', line, column, '')

        then:
        thrown(IllegalArgumentException)

        where:
        line | column
        -1   | 0
        1    | -1
    }

    def "faults stand in the order of their places, those without a place first"() {
        given:
        def placeless = new Diagnostic('z', Severity.ERROR, 'no place', '', Optional.empty(), Optional.empty())
        def inB = fault('a', 'b.groovy', 1, 1)
        def late = fault('a', 'a.groovy', 10, 1)
        def early = fault('b', 'a.groovy', 9, 4)
        def earlier = fault('c', 'a.groovy', 9, 3)

        expect:
        Diagnostics.of(inB, late, early, placeless, earlier).all() == [placeless, earlier, early, late, inB]
    }

    def "faults at one place stand in the order of their ids"() {
        given:
        def b = fault('b', 'a.groovy', 1, 1)
        def a = fault('a', 'a.groovy', 1, 1)

        expect:
        Diagnostics.of(b, a).all() == [a, b]
    }

    def "the same fault stands once"() {
        given:
        def unknownRegion = fault('unknown-region', 'a.groovy', 1, 1)

        expect:
        Diagnostics.of(unknownRegion).and([fault('unknown-region', 'a.groovy', 1, 1)]).all() == [unknownRegion]
    }

    def "adding faults leaves the first collection as it was"() {
        given:
        def before = Diagnostics.none()

        when:
        def after = before.and([fault('a', 'a.groovy', 1, 1)])

        then:
        before.isEmpty()
        !after.isEmpty()
    }

    def "only errors stop a command"() {
        given:
        def warning = Diagnostic.warning('legacy', 'old form', 'Write the new one.', SourceRef.wholeFile('a.groovy'))

        expect:
        !Diagnostics.of(warning).hasErrors()
        Diagnostics.of(warning, fault('a', 'a.groovy', 1, 1)).hasErrors()
    }

    def "a duplicate points at both places"() {
        given:
        def first = new SourceRef('a.groovy', 2, 1, '')

        when:
        def second = fault('declared-twice', 'b.groovy', 4, 1).relatedTo('first declared here', first)

        then:
        second.source().get().toString() == 'b.groovy:4:1'
        second.related().get() == new Diagnostic.RelatedPlace('first declared here', first)
    }

    private static Diagnostic fault(String id, String file, int line, int column) {
        Diagnostic.error(id, 'summary', 'remedy', new SourceRef(file, line, column, ''))
    }
}
