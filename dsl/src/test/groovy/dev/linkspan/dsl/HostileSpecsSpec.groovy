package dev.linkspan.dsl

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Specs that mean harm, or that nobody could mean: each ends with a located message, soon, and without having run. */
class HostileSpecsSpec extends Specification {

    private static final Path MARK = Path.of('/tmp/linkspan-was-here')

    @TempDir
    Path folder

    def 'a hostile spec is refused at its place: #name'() {
        given:
        def started = System.nanoTime()

        when:
        def loaded = SpecTexts.load(folder, text)

        then:
        loaded.diagnostics().hasErrors()
        def first = loaded.diagnostics().all().first()
        budget(first.id()) + ':' + first.source().get().line() == expected
        !first.summary().isBlank()
        !first.remedy().isBlank()
        Duration.ofNanos(System.nanoTime() - started) < Duration.ofSeconds(5)
        !Files.exists(MARK)

        where:
        [name, expected, text] << Tables.entries('hostile.txt')
    }

    /** On a slow machine the clock comes before the count of steps: either ends what would never end. */
    private static String budget(String id) {
        id == 'out-of-time' ? 'out-of-steps' : id
    }

    def 'a source that is nested without end is refused before the parser overflows: #name'() {
        given:
        def started = System.nanoTime()

        when:
        def loaded = SpecTexts.load(folder, text)

        then:
        loaded.diagnostics().all()*.id() == [id]
        loaded.diagnostics().all()*.source()*.get()*.line() == [1]
        Duration.ofNanos(System.nanoTime() - started) < Duration.ofSeconds(5)

        where:
        name             | id         | text
        'parentheses'    | 'too-deep' | 'def x = ' + '(' * 100_000 + '1' + ')' * 100_000
        'lists'          | 'too-deep' | 'def x = ' + '[' * 100_000 + ']' * 100_000
        'blocks'         | 'too-deep' | '{' * 100_000 + '}' * 100_000
        'calls'          | 'too-deep' | 'f(' * 100_000 + ')' * 100_000
        'indices'        | 'too-deep' | 'def x = a' + '[a' * 50_000 + ']' * 50_000
        'interpolations' | 'too-deep' | 'def x = ' + '"${' * 20_000 + '}"' * 20_000
        'sums'           | 'too-deep' | 'def x = 1' + '+1' * 100_000
        'signs'          | 'too-deep' | 'def x = ' + '-' * 100_000 + '1'
        'negations'      | 'too-deep' | 'def x = ' + '!' * 100_000 + '1'
        'choices'        | 'too-deep' | 'def x = ' + '1 ? 2 : ' * 20_000 + '3'
        'properties'     | 'too-deep' | 'def x = a' + '.b' * 100_000
        'chained words'  | 'too-deep' | 'a' + ' b c' * 50_000
        'type arguments' | 'too-deep' | 'List<' * 20_000 + 'x' + '>' * 20_000 + ' y'
        'casts'          | 'too-deep' | 'def x = ' + '(int) ' * 20_000 + '1'
        'lambdas'        | 'too-deep' | 'def x = ' + '(a) -> ' * 2_000 + '1'
    }

    def 'a file that is too large is not even read'() {
        given:
        Files.writeString(folder.resolve('large.groovy'), '// ' + 'x' * (1 << 20))

        expect:
        new SpecLoader(folder).load([folder], [:]).diagnostics().all()*.id() == ['too-large']
    }

    def 'a large file of plain specs fits into time and memory'() {
        given:
        def text = (1..120).collect { "project('p$it') {\n" + "    aws('us-east-1') { remoteRegions 'eu-west-1'; endpoint 'vpce-${String.format('%017x', it)}' }\n" + "}\n" }.join('')

        expect:
        SpecTexts.load(folder, text).declaration().projects().size() == 120
    }
}
