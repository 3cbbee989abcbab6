package dev.linkspan.cli.view

import dev.linkspan.document.Notation
import dev.linkspan.plan.Plan
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class PlanViewSpec extends Specification {

    def "a plan with everything in it is drawn as #golden"() {
        expect:
        drawn == golden(golden, drawn)

        where:
        golden            | drawn
        'everything.txt'  | text(Plans.everything())
        'everything.ansi' | drawn { new PlanText(new Printer(it, true), Aim.DECLARED).print(Plans.everything()) }
        'everything.json' | drawn { new PlanDocument(new Printer(it, false), Notation.JSON).print(Plans.everything()) }
        'everything.yaml' | drawn { new PlanDocument(new Printer(it, false), Notation.YAML).print(Plans.everything()) }
    }

    def "nothing to do, nothing allowed and nothing known are three different answers"() {
        expect:
        text(plan, aim).readLines().last() == answer

        where:
        plan                                                 | aim           || answer
        Plans.of([])                                         | Aim.DECLARED  || 'No changes. Atlas is as the specs say.'
        Plans.of([Plans.kept()])                             | Aim.DECLARED  || 'No changes. Atlas is as the specs say.'
        Plans.of([])                                         | Aim.DESTROYED || 'Nothing to destroy. Atlas has nothing of what the specs declare.'
        Plans.of([Plans.kept(), Plans.settling()])           | Aim.DECLARED  || "Nothing to send. What is marked '.' is not ready yet."
        Plans.of([Plans.heldDelete()])                       | Aim.DECLARED  || 'No changes. Everything declared is in place; 1 held.'
        Plans.of([Plans.heldDelete()])                       | Aim.DESTROYED || 'Nothing is destroyed; 1 held.'
        Plans.of([Plans.heldDelete(), Plans.heldCreate()])   | Aim.DECLARED  || 'Nothing can be done now; 2 held.'
        Plans.of([Plans.created()])                          | Aim.DECLARED  || 'Plan: 1 to create.'
        Plans.of([Plans.created(), Plans.heldDelete()])      | Aim.DECLARED  || 'Plan: 1 to create; 1 held.'
        Plans.of([Plans.kept()], [Plans.blindSpot()])        | Aim.DECLARED  || 'It is not known whether anything has to change, since one thing could not be read.'
        Plans.of([Plans.unseen()], [Plans.blindSpot()])      | Aim.DECLARED  || 'It is not known whether anything has to change, since one thing could not be read; 1 held.'
        Plans.of([Plans.created()], [Plans.blindSpot()])     | Aim.DECLARED  || 'Incomplete plan: 1 to create. What could not be read may need more.'
    }

    private static String text(Plan plan, Aim aim = Aim.DECLARED) {
        drawn { new PlanText(new Printer(it, false), aim).print(plan) }
    }

    private static String drawn(Closure<?> view) {
        def bytes = new ByteArrayOutputStream()
        view(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        bytes.toString(StandardCharsets.UTF_8)
    }

    /** Run with -Dlinkspan.goldens=write to write the picture anew; then read the difference. */
    private static String golden(String name, String drawn) {
        def file = Path.of('src/test/resources/dev/linkspan/cli/view', name)
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.createDirectories(file.parent)
            Files.writeString(file, drawn)
        }
        Files.readString(file)
    }
}
