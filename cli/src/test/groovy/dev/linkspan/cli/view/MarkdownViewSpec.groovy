package dev.linkspan.cli.view

import dev.linkspan.apply.ApplyReport
import dev.linkspan.apply.StepOutcome
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Reason
import dev.linkspan.plan.Step
import dev.linkspan.text.MarkdownPage
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class MarkdownViewSpec extends Specification {

    def "everything that can be said is drawn as #golden"() {
        expect:
        drawn == golden(golden, drawn)

        where:
        golden                 | drawn
        'everything.md'        | plan(Plans.everything())
        'apply-everything.md'  | new ApplyMarkdown(Aim.DECLARED).text(Plans.everything(), Reports.everything(), MarkdownPage.COMMENT)
    }

    def "the answer stands first and is that of the text: #answer"() {
        expect:
        plan(thePlan).readLines()[2] == answer

        where:
        thePlan                                          || answer
        Plans.of([])                                     || '**No changes. Atlas is as the specs say.**'
        Plans.of([Plans.kept()])                         || '**No changes. Atlas is as the specs say.**'
        Plans.of([Plans.heldDelete()])                   || '**No changes. Everything declared is in place; 1 held.**'
        Plans.of([Plans.created()])                      || '**Plan: 1 to create.**'
        Plans.of([Plans.kept()], [Plans.blindSpot()])    || '⚠️ **It is not known whether anything has to change, since one thing could not be read.**'
        Plans.of([Plans.created()], [Plans.blindSpot()]) || '⚠️ **Incomplete plan: 1 to create. What could not be read may need more.**'
    }

    def "a plan to destroy is called one"() {
        expect:
        new PlanMarkdown(Aim.DESTROYED).text(Plans.of([]), MarkdownPage.COMMENT) ==
                '## Linkspan: plan to destroy\n\n**Nothing to destroy. Atlas has nothing of what the specs declare.**\n'
    }

    def "ten thousand steps fit a comment, which says how many it leaves out"() {
        given:
        def steps = (1..10_000).collect {
            new Step.Create(Plans.endpoint(Plans.PROJECT, 'us-east-1', it), Plans.service(), new Reason('not-in-atlas', why))
        }

        when:
        def text = plan(Plans.of(steps, [Plans.blindSpot()]))

        then:
        text.length() <= 60_000
        text.length() > 50_000
        text.contains('| 10000 | 0 | 0 | 0 | 0 | 0 | 1 |')
        int shown = text.readLines().count { it.startsWith('| `+` create') }
        text.contains("**${10_000 - shown} more lines do not fit here.** `linkspan plan` with the same specs shows all of it.\n")

        where:
        why << ['Atlas does not have it', '|`@team' * 1_000]
    }

    def "changes stand before what is as declared, which is folded"() {
        given:
        def text = plan(Plans.of([Plans.kept(), Plans.created()]))

        expect:
        text.indexOf('`+` create') < text.indexOf('<details>')
        text.indexOf('<details>') < text.indexOf('AVAILABLE')
    }

    private static String plan(Plan plan) {
        new PlanMarkdown(Aim.DECLARED).text(plan, MarkdownPage.COMMENT)
    }

    /** Run with -Dlinkspan.goldens=write to write the picture anew; then read the difference. */
    private static String golden(String name, String drawn) {
        def file = Path.of('src/test/resources/dev/linkspan/cli/view', name)
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(file, drawn)
        }
        Files.readString(file)
    }
}
