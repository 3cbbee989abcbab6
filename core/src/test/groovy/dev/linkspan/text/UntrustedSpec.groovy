package dev.linkspan.text

import java.time.Duration
import spock.lang.Specification

class UntrustedSpec extends Specification {

    def "ordinary text of any language stays as it is"() {
        expect:
        Untrusted.oneLine(text) == text

        where:
        text << ['', 'payments', "l'été à Zürich", '支払い', 'back\\slash', 'emoji \ud83d\ude80']
    }

    def "what a terminal would obey, or what hides or reverses text, is shown by its number"() {
        expect:
        Untrusted.oneLine(text) == shown

        where:
        what                     | text                   || shown
        'colour'                 | '\u001b[31mred'        || '\\u{1b}[31mred'
        'one-byte control'       | 'a\u009b31m'           || 'a\\u{9b}31m'
        'line end'               | 'a\nb\r\nc'            || 'a\\nb\\r\\nc'
        'tab'                    | 'a\tb'                 || 'a\\tb'
        'bell and backspace'     | '\u0007\b'             || '\\u{7}\\u{8}'
        'right-to-left override' | 'a\u202eb'             || 'a\\u{202e}b'
        'zero width space'       | 'a\u200bb'             || 'a\\u{200b}b'
        'line separator'         | 'a\u2028b'             || 'a\\u{2028}b'
        'lone surrogate'         | 'a\ud83d'              || 'a\\u{d83d}'
        'tag character'          | 'a\udb40\udc41'        || 'a\\u{e0041}'
        'private use'            | '\ue000'               || '\\u{e000}'
    }

    def "a long text is cut, and the cut can be seen"() {
        expect:
        Untrusted.oneLine(text, 6) == shown

        where:
        text            || shown
        'abcdef'        || 'abcdef'
        'abcdefg'       || 'abcde…'
        'a\n\n\nb'      || 'a\\n\\n…'
        'abcd\u001b'    || 'abcd…'
        'abcd🚀efg'     || 'abcd…'
    }

    def "durations are put as people say them"() {
        expect:
        Elapsed.words(Duration.ofSeconds(seconds)) == words

        where:
        seconds || words
        0       || '0s'
        42      || '42s'
        60      || '1m00s'
        168     || '2m48s'
        3599    || '59m59s'
        3900    || '1h05m'
        93900   || '26h05m'
    }
}
