package dev.linkspan.document

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.constructor.SafeConstructor
import spock.lang.Specification

class NotationSpec extends Specification {

    static final DOCUMENT = [
        steps: [[address: '5e2211c17a3e5a48f5497de3/aws', change: true], [:], 'no'],
        format: 'linkspan.plan/1',
        names: ['123456789012345678901234': 'démo', '12e456789012345678901234': "\u001b[31m\nred"],
        none: [], gone: null, wanted: Optional.of('create'), unknown: Optional.empty(), count: 12]

    def 'a document in JSON has sorted keys, two blanks and no character but ASCII'() {
        expect:
        Notation.JSON.text(DOCUMENT) == '''\
            {
              "count": 12,
              "format": "linkspan.plan/1",
              "gone": null,
              "names": {
                "123456789012345678901234": "d\\u00E9mo",
                "12e456789012345678901234": "\\u001B[31m\\nred"
              },
              "none": [ ],
              "steps": [
                {
                  "address": "5e2211c17a3e5a48f5497de3/aws",
                  "change": true
                },
                { },
                "no"
              ],
              "unknown": null,
              "wanted": "create"
            }
            '''.stripIndent()
    }

    def 'the same document in YAML has the same members in the same order, and quotes every text'() {
        expect:
        Notation.YAML.text(DOCUMENT) == '''\
            count: 12
            format: "linkspan.plan/1"
            gone: null
            names:
              "123456789012345678901234": "d\\xe9mo"
              "12e456789012345678901234": "\\e[31m\\nred"
            none: []
            steps:
            - address: "5e2211c17a3e5a48f5497de3/aws"
              change: true
            - {}
            - "no"
            unknown: null
            wanted: "create"
            '''.stripIndent()
    }

    def 'no character that a terminal would obey is left in #notation'() {
        expect:
        notation.text([value: (0..0x2fff).findAll { it < 0xd800 }.collect { Character.toString(it) }.join('')])
            .every { it == '\n' || (it >= ' ' && it <= '~') }

        where:
        notation << [Notation.JSON, Notation.YAML]
    }

    def 'a text that looks like something else comes back from YAML as the text it is: #text'() {
        expect:
        both([value: text, (text): [text]]) == [value: text, (text): [text]]

        where:
        text << ['no', 'Yes', 'on', 'y', 'null', '~', '', ' ', '1e3', '0x1F', '0b1', '0o17', '017', '1_000', '-1', '.5', '.inf', '.NaN', '12:30:45',
                 '2026-11-22', 'true', '=', '<<', '- a', '? a', ': a', 'a: b', '# a', '&a', '*a', '!a', '%a', '@a', '`a', '---', '...', '{', '[', '"', "'",
                 'a\nb', ' a\n  b\n', '\r\n', '\t', '\u0000', '\u0007\u001b[2J', '\u007f', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ufffe', '\u202e', '😀', '\\u003a',
                 '::error::x', '##vso[task]', 'x' * 2000, 'a b ' * 100]
    }

    def 'whatever is in a document, YAML holds what JSON holds, in ASCII and on lines that no runner obeys (seed #seed)'() {
        given:
        def random = new Random(seed)
        def document = map(random, 4)

        expect:
        both(document) == document
        Notation.YAML.text(document).every { it <= '~' && (it >= ' ' || it == '\n') }
        Notation.YAML.text(document).readLines().every { !it.stripLeading().startsWith('::') }

        where:
        seed << (1..200)
    }

    def 'half a surrogate pair becomes the character that stands for such things'() {
        expect:
        both([(text): text]) == [(shown): shown]

        where:
        text          || shown
        'a\ud83d'     || 'a\ufffd'
        '\ud83d b'    || '\ufffd b'
        '\ude00c'     || '\ufffdc'
        'a\ud83d😀'   || 'a\ufffd😀'
        '\ud83d\ud83d' || '\ufffd\ufffd'
    }

    /** What both of YAML's usual readers make of it, and JSON's too; they must agree. */
    private static Object both(Map<String, ?> document) {
        def yaml = Notation.YAML.text(document)
        def options = new LoaderOptions(allowDuplicateKeys: false)
        def loaded = new Yaml(new SafeConstructor(options)).load(yaml)
        assert read(new YAMLFactory().createParser(yaml)) == loaded
        assert read(new JsonFactory().createParser(Notation.JSON.text(document))) == loaded
        assert read(new JsonFactory().createParser(Notation.COMPACT_JSON.text(document))) == loaded
        loaded
    }

    private static Object read(JsonParser parser) {
        parser.nextToken()
        value(parser)
    }

    private static Object value(JsonParser parser) {
        switch (parser.currentToken()) {
            case JsonToken.START_OBJECT:
                def map = [:]
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    def name = parser.currentName()
                    parser.nextToken()
                    map[name] = value(parser)
                }
                return map
            case JsonToken.START_ARRAY:
                def list = []
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list << value(parser)
                }
                return list
            case JsonToken.VALUE_NUMBER_INT: return parser.numberValue
            case JsonToken.VALUE_TRUE: return true
            case JsonToken.VALUE_FALSE: return false
            case JsonToken.VALUE_NULL: return null
            default: return parser.text
        }
    }

    private static Map<String, Object> map(Random random, int depth) {
        (0..<random.nextInt(5)).collectEntries { [text(random), anything(random, depth - 1)] }
    }

    private static Object anything(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0: return random.nextBoolean()
            case 1: return random.nextInt()
            case 2: return null
            case 3..4: return text(random)
            case 5..6: return map(random, depth)
            default: return (0..<random.nextInt(4)).collect { anything(random, depth - 1) }
        }
    }

    /** Of characters that mean something to YAML, to a terminal or to a runner, and of any others. */
    private static String text(Random random) {
        def telling = ':#-?,[]{}&*!|>\'"%@`~=<. \t\n\r\\0123456789eExynotrufals\u0000\u001b\u0085\u2028\u202e'
        def text = new StringBuilder()
        random.nextInt(12).times {
            int any = random.nextInt(0x11) == 0 ? 0x10000 + random.nextInt(0x10000) : random.nextInt(0xd800)
            random.nextInt(4) == 0 ? text.appendCodePoint(any) : text.append(telling.charAt(random.nextInt(telling.length())))
        }
        text.toString()
    }
}
