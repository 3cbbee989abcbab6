package dev.linkspan.dsl

import dev.linkspan.diagnostic.Diagnostic
import dev.linkspan.dsl.eval.Budgets
import dev.linkspan.dsl.eval.Given
import dev.linkspan.dsl.eval.Place
import dev.linkspan.dsl.eval.Run
import dev.linkspan.dsl.eval.Vocabulary
import dev.linkspan.dsl.gate.Gate
import dev.linkspan.dsl.gate.SourceText
import dev.linkspan.dsl.value.SpecFault
import java.nio.file.Files
import java.nio.file.Path

/** Specs given as text, for tests. */
class SpecTexts {

    /** What a text without words of the language evaluates to, as inspect() shows it. */
    static String evaluated(String text) {
        def outcome = Gate.read(new SourceText('t.groovy', text), [:])
        if (outcome.script() == null) {
            throw new IllegalArgumentException(outcome.faults().collect { it.source().get().toString() + ' ' + it.summary() }.join('; '))
        }
        def run = new Run(
                Budgets.standard(), System::nanoTime, Long.MAX_VALUE, noWords(), [:], { fault, place -> throw fault })
        run.text().inspected(outcome.script().evaluate(run))
    }

    static Vocabulary noWords() {
        { Run run, String word, List<Given> values, Place place -> throw new SpecFault('no-words', word, '') } as Vocabulary
    }

    /** Loads texts as files a.groovy, b.groovy and so on. */
    static LoadedSpecs load(Path folder, Map<String, String> params = [:], String... texts) {
        texts.eachWithIndex { text, i ->
            Files.writeString(folder.resolve(((char) (('a' as char) + i)).toString() + '.groovy'), text)
        }
        new SpecLoader(folder).load([folder], params)
    }

    /** {@code id@file:line:column}, the way tests tell faults apart. */
    static List<String> faults(LoadedSpecs loaded) {
        loaded.diagnostics().all().collect { shown(it) }
    }

    static String shown(Diagnostic it) {
        def at = it.source().get()
        it.id() + '@' + Path.of(at.file()).fileName + ':' + at.line() + ':' + at.column()
    }
}
