package dev.linkspan.dsl

import spock.lang.Specification

/** What the evaluator gives is what Groovy gives. */
class SameAsGroovySpec extends Specification {

    private static final long PROGRAMS = 1_100

    def 'a program by hand gives what Groovy gives: #program'() {
        expect:
        SpecTexts.evaluated(program) == RealGroovy.evaluated([program]).first()

        where:
        program << Tables.programs('same-as-groovy.txt')
    }

    def 'random programs give what Groovy gives'() {
        given:
        def programs = (1L..PROGRAMS).collect { new ProgramWriter(it).write() }

        when:
        def expected = programs.collate(100).collectMany { RealGroovy.evaluated(it) }
        def outcomes = [programs, programs.collect { ours(it) }, expected].transpose()

        then: 'whatever is accepted gives the same'
        outcomes.findAll { program, mine, real -> mine != null && mine != real } == []

        and: 'nothing that Groovy runs is refused'
        outcomes.findAll { program, mine, real -> mine == null && real != null } == []

        and: 'most programs run'
        outcomes.count { program, mine, real -> mine != null } >= 1_000
    }

    def 'every method in the tables has a program that is compared: #kind'() {
        expect:
        names.findAll { name -> !programs.any { it =~ /\b$name\b/ } } == []

        where:
        kind << DocumentedLanguage.methods().keySet()
        names = DocumentedLanguage.methods()[kind] as List
        programs = Tables.programs('same-as-groovy.txt')
    }

    private static String ours(String program) {
        try {
            return SpecTexts.evaluated(program)
        } catch (RuntimeException e) {
            return null
        }
    }
}
