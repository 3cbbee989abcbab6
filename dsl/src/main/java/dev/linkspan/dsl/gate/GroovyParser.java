package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.eval.Place;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** Groovy's parser and nothing more of its compiler: a bare source unit runs no transformation. */
final class GroovyParser {

    private GroovyParser() {}

    /** @throws Unreadable for text that is not Groovy */
    static ModuleNode parse(SourceText source) throws Unreadable {
        var settings = new CompilerConfiguration();
        var unit = new SourceUnit(source.name(), source.text(), settings, null, new ErrorCollector(settings));
        try {
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            return unit.getAST();
        } catch (CompilationFailedException e) {
            throw new Unreadable(fault(source, place(unit)));
        }
    }

    /** Text that Groovy's parser does not take. */
    static final class Unreadable extends Exception {
        private final transient Diagnostic fault;

        Unreadable(Diagnostic fault) {
            super(fault.summary(), null, false, false);
            this.fault = fault;
        }

        Diagnostic fault() {
            return fault;
        }
    }

    private static Place place(SourceUnit unit) {
        var errors = unit.getErrorCollector().getErrors();
        if (errors != null && !errors.isEmpty() && errors.get(0) instanceof SyntaxErrorMessage it) {
            return new Place(
                    Math.max(1, it.getCause().getStartLine()),
                    Math.max(1, it.getCause().getStartColumn()));
        }
        return new Place(1, 1);
    }

    private static Diagnostic fault(SourceText source, Place place) {
        var at = source.at(place);
        String rest = at.excerpt().length() >= place.column() ? at.excerpt().substring(place.column() - 1) : "";
        String met = rest.isBlank() ? "The text ends or breaks off here" : "The text from here on is not Groovy";
        return Diagnostic.error(
                "syntax",
                met,
                "Look for a bracket or quote that is not closed, or a comma that is missing, here or just before.",
                at);
    }
}
