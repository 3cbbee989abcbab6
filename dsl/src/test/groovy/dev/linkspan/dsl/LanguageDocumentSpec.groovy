package dev.linkspan.dsl

import dev.linkspan.dsl.eval.Budgets
import dev.linkspan.dsl.eval.TypeName
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** docs/language.md says what is so: its snippets run, and it names every word and every method. */
class LanguageDocumentSpec extends Specification {

    @Shared
    String document = Files.readString(Path.of('../docs/language.md'))

    @TempDir
    Path folder

    def 'a snippet does what the text around it says: #heading #text'() {
        when:
        def loaded = SpecTexts.load(folder, [project: 'p', protect: 'yes'], text)

        then:
        loaded.diagnostics().all()*.id() == (refused ? [refused] : [])

        where:
        [heading, refused, text] << snippets()
    }

    def 'every word stands in the document as its interface describes it: #word.name'() {
        expect:
        document.contains("| `$example` | $means |")

        where:
        word << Lexicon.CHAPTERS.collectMany { it.entries().values() }
        example = word.word().example()
        means = word.word().means()
    }

    def 'every method stands in the document, and no other: #kind'() {
        expect:
        document.contains("| $kind | ${names.collect { "`$it`" }.join(' ')} |")

        where:
        kind << DocumentedLanguage.methods().keySet()
        names = DocumentedLanguage.methods()[kind]
    }

    def 'every type stands in the document: #type'() {
        expect:
        document.contains("`$type`")

        where:
        type << TypeName.known()
    }

    def 'the budgets are those that hold'() {
        given:
        def budgets = Budgets.standard()

        expect:
        document.contains("${budgets.time().toSeconds()} seconds, ${budgets.steps().intdiv(1_000_000)} million steps, ${budgets.bytes() >> 20} MiB of values, ${budgets.depth()} calls")
        document.contains(String.format(Locale.ROOT, '%,d elements', budgets.elements()))
        document.contains("at most ${SpecFiles.LARGEST >> 10} KiB")
    }

    private List<List<String>> snippets() {
        def found = (document =~ /(?ms)^```groovy *((?:refused|warned) ([a-z-]+))?$(.*?)^```$/).collect { it }
        assert found.size() > 10
        found.collect { all, marked, id, text -> [text.readLines().find { it.trim() }, id, text] }
    }
}
