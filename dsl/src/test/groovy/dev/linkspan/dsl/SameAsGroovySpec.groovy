package dev.linkspan.dsl

import org.codehaus.groovy.runtime.InvokerHelper
import spock.lang.Specification

/** What the evaluator gives is what Groovy gives. */
class SameAsGroovySpec extends Specification {

    static String real(String text) {
        def value = new GroovyShell().evaluate(text)
        value != null && value.getClass().isArray() ? (value as List).inspect() : InvokerHelper.inspect(value)
    }

    def 'a program by hand gives what Groovy gives'() {
        expect:
        SpecTexts.evaluated(program) == real(program)

        where:
        program << programs()
    }

    private static List<String> programs() {
        SameAsGroovySpec.getResourceAsStream('/same-as-groovy.txt').getText('UTF-8').split('\n----\n').toList()*.trim().findAll()
    }
}
