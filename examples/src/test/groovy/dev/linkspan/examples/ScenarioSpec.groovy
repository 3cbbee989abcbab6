package dev.linkspan.examples

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ScenarioSpec extends Specification {

    @TempDir
    Path home

    def 'plan, apply and audit say of #scenario what its files say'() {
        when:
        def said = scenario.said(home)

        then:
        if (System.getProperty('linkspan.goldens') == 'write') {
            said.each { file, text -> scenario.write(file, text) }
        }
        said.each { file, text -> assert text == scenario.expected(file) }

        where:
        scenario << Scenario.all()
    }
}
