package dev.linkspan.dsl

import dev.linkspan.dsl.value.SpecFault
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.runtime.InvokerHelper
import spock.lang.Specification

/** What the evaluator gives is what Groovy gives. */
class SameAsGroovySpec extends Specification {

    private static final long PROGRAMS = 1_100

    static String real(String text) {
        def settings = new CompilerConfiguration()
        settings.optimizationOptions.indy = false
        def value = new GroovyShell(settings).evaluate(text)
        value != null && value.getClass().isArray() ? (value as List).inspect() : InvokerHelper.inspect(value)
    }

    def 'a program by hand gives what Groovy gives'() {
        expect:
        SpecTexts.evaluated(program) == real(program)

        where:
        program << programs()
    }

    def 'random programs give what Groovy gives'() {
        given:
        def programs = (1L..PROGRAMS).collect { new ProgramWriter(it).write() }

        when:
        def outcomes = programs.collect { [program: it, ours: ours(it), groovys: groovys(it)] }

        then: 'whatever is accepted gives the same'
        outcomes.findAll { it.ours != null && it.ours != it.groovys } == []

        and: 'hardly any that Groovy runs is refused'
        outcomes.count { it.ours != null } >= 1_000
        outcomes.findAll { it.ours == null && it.groovys != null } == []
    }

    private static String ours(String program) {
        try {
            return SpecTexts.evaluated(program)
        } catch (SpecFault | RuntimeException e) {
            return null
        }
    }

    private static String groovys(String program) {
        try {
            return real(program)
        } catch (Exception e) {
            return null
        }
    }

    private static List<String> programs() {
        SameAsGroovySpec.getResourceAsStream('/same-as-groovy.txt').getText('UTF-8').split('\n----\n').toList()*.trim().findAll()
    }
}
