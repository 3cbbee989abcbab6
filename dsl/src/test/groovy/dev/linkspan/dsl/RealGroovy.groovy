package dev.linkspan.dsl

import org.codehaus.groovy.control.CompilationFailedException
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.Phases
import org.codehaus.groovy.runtime.InvokerHelper

/** Programs as Groovy itself compiles and runs them. */
class RealGroovy {

    /** What each program gives, as inspect() shows it; null for one that does not compile or run. Many at once are quicker. */
    static List<String> evaluated(List<String> programs) {
        try {
            def loader = new GroovyClassLoader(RealGroovy.classLoader)
            def names = compiled(programs, loader)
            return names.collect { run(loader.loadClass(it)) }
        } catch (CompilationFailedException e) {
            return programs.size() == 1 ? [null] : programs.collectMany { evaluated([it]) }
        }
    }

    private static List<String> compiled(List<String> programs, GroovyClassLoader loader) {
        def settings = new CompilerConfiguration()
        settings.optimizationOptions.indy = false
        def unit = new CompilationUnit(settings, null, loader)
        def names = programs.indices.collect { "Program$it".toString() }
        [names, programs].transpose().each { name, program -> unit.addSource(name + '.groovy', program) }
        unit.compile(Phases.CLASS_GENERATION)
        unit.classes.each { loader.defineClass(it.name, it.bytes) }
        names
    }

    private static String run(Class<?> program) {
        try {
            def value = InvokerHelper.createScript(program, new Binding()).run()
            return InvokerHelper.inspect(value != null && value.getClass().isArray() ? value as List : value)
        } catch (Exception e) {
            return null
        }
    }
}
