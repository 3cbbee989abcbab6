package dev.linkspan.model

import spock.lang.Specification

class SpellingSpec extends Specification {

    def "an edit is one letter more, less or other, or two neighbours swapped"() {
        expect:
        Spelling.distance(one, other) == edits
        Spelling.distance(other, one) == edits

        where:
        one          | other      || edits
        'endpoint'   | 'endpoint' || 0
        'endpoints'  | 'endpoint' || 1
        'endpiont'   | 'endpoint' || 1
        'endpaint'   | 'endpoint' || 1
        'ednpiont'   | 'endpoint' || 2
        ''           | 'aws'      || 3
        'aws'        | 'gcp'      || 3
    }

    def "the nearest known word is found within two edits"() {
        expect:
        Spelling.nearest(word, ['endpoint', 'protect', 'project']).orElse(null) == nearest

        where:
        word       || nearest
        'endpiont' || 'endpoint'
        'prodject' || 'project'
        'protetc'  || 'protect'
        'gcp'      || null
    }

    def "the first by letter wins among words equally near"() {
        expect:
        Spelling.nearest('proect', ['protect', 'project']) == Optional.of('project')
    }

    def "a text longer than any word is far from everything, whatever it costs to compare"() {
        given:
        def long1 = 'a' * 1_000_000

        expect:
        Spelling.distance(long1, long1 + 'b') == 1_000_001
        Spelling.nearest(long1, ['endpoint']).isEmpty()
    }
}
