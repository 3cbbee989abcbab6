package dev.linkspan.cli

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import spock.lang.Shared
import spock.lang.Specification

/** The arrows between modules and packages, and which package may see which library. */
class ArchitectureSpec extends Specification {

    private static final CORE = ['atlas', 'apply', 'cloud', 'compare', 'connect', 'diagnostic', 'document', 'model', 'observe', 'plan', 'readiness', 'text', 'time', 'yaml']

    @Shared
    JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages('dev.linkspan')

    def "every package of ours belongs to a module that is known here"() {
        expect:
        violations(classes().should().resideInAnyPackage(packages(*CORE, 'dsl', 'audit', 'emulator', 'cli'))) == []
    }

    def "#part knows nothing of #others"() {
        expect:
        violations(noClasses().that().resideInAnyPackage(packages(*part))
                .should().dependOnClassesThat().resideInAnyPackage(packages(*others))
                .allowEmptyShould(true)) == []

        where:
        part                 || others
        CORE                 || ['dsl', 'audit', 'emulator', 'cli']
        ['dsl']              || ['audit', 'emulator', 'cli', 'atlas', 'apply', 'plan', 'compare']
        ['audit']            || ['dsl', 'emulator', 'cli', 'apply']
        ['emulator']         || [*CORE, 'dsl', 'audit', 'cli']
        ['diagnostic']       || CORE - 'diagnostic'
        ['document']         || CORE - 'document'
        ['model']            || CORE - ['model', 'diagnostic', 'text']
        ['connect']          || CORE - ['connect', 'model']
        ['compare']          || ['plan', 'apply', 'atlas', 'observe', 'cloud', 'connect', 'readiness']
        ['readiness']        || CORE - ['readiness', 'compare', 'model']
        ['plan']             || ['apply', 'atlas', 'observe', 'cloud', 'connect', 'readiness']
        ['observe']          || ['plan', 'apply', 'cloud', 'connect', 'readiness']
        ['apply']            || ['observe', 'compare']
        ['audit.history']    || CORE - ['model', 'text']
    }

    def "only #allowed may see #library"() {
        expect:
        violations(noClasses().that().resideOutsideOfPackages(*allowed)
                .should().dependOnClassesThat().resideInAnyPackage(*library)
                .allowEmptyShould(true)) == []

        where:
        library                                                  || allowed
        ['feign..']                                              || ['dev.linkspan.atlas.http..']
        ['groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..'] || ['dev.linkspan.dsl..']
        ['picocli..']                                            || ['dev.linkspan.cli', 'dev.linkspan.cli.view']
        ['org.apache.commons.configuration2..']                  || ['dev.linkspan.cli.settings']
        ['org.yaml..']                                           || ['dev.linkspan.cli.settings', 'dev.linkspan.document', 'dev.linkspan.plan.file', 'dev.linkspan.yaml', 'dev.linkspan.audit.rules']
        ['gg.jte..']                                             || ['dev.linkspan.audit.report.html']
        ['io.prometheus..']                                      || ['dev.linkspan.audit.report']
        ['com.sun.net.httpserver..']                             || ['dev.linkspan.emulator..', 'dev.linkspan.audit.service']
        ['com.github.kagkarlsson..', 'io.micrometer..']          || ['dev.linkspan.audit.service']
        ['java.net.http..']                                      || ['dev.linkspan.atlas.http..', 'dev.linkspan.audit.notify']
        ['dev.failsafe..', 'jakarta..', 'org.eclipse.angus..']   || ['dev.linkspan.audit.notify']
        ['java.sql..', 'javax.sql..', 'org.sqlite..', 'org.postgresql..', 'org.flywaydb..'] || ['dev.linkspan.audit.history', 'dev.linkspan.audit.service']
        ['com.fasterxml.jackson..']                              || ['dev.linkspan.atlas.http..', 'dev.linkspan.document', 'dev.linkspan.plan.file', 'dev.linkspan.apply',
                                                                     'dev.linkspan.audit.service', 'dev.linkspan.emulator..']
    }

    def "only the command line itself starts from, and prints to, the process it runs in"() {
        expect:
        violations(noClasses().that().doNotHaveFullyQualifiedName(LinkspanCli.name).and().doNotHaveFullyQualifiedName(Surroundings.name)
                .should().accessField(System, 'out').orShould().accessField(System, 'err').orShould().accessField(System, 'in')
                .orShould().callMethod(System, 'getenv').orShould().callMethod(System, 'getenv', String)
                .orShould().callMethod(System, 'exit', int)) == []
    }

    def "no two packages depend on each other in a circle"() {
        expect:
        violations(slices().matching('dev.linkspan.(**)').should().beFreeOfCycles()) == []
    }

    def "every package says what it is"() {
        given:
        def described = ours.findAll { it.simpleName == 'package-info' }*.packageName as Set

        expect:
        ours*.packageName.toSet() - described == [] as Set
    }

    /** Not the rule's own check, whose failure would print every class there is. */
    private List<String> violations(ArchRule rule) {
        rule.evaluate(ours).failureReport.details
    }

    private static String[] packages(String... names) {
        names.collect { "dev.linkspan.$it..".toString() } as String[]
    }
}
