package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.eval.Place;
import java.util.Optional;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

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
            var cause = cause(unit);
            throw new Unreadable(
                    fault(source, cause.map(GroovyParser::place).orElse(new Place(1, 1)), isDoubled(cause)));
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

    private static Optional<SyntaxException> cause(SourceUnit unit) {
        var errors = unit.getErrorCollector().getErrors();
        return errors != null && !errors.isEmpty() && errors.get(0) instanceof SyntaxErrorMessage it
                ? Optional.of(it.getCause())
                : Optional.empty();
    }

    private static Place place(SyntaxException cause) {
        return new Place(Math.max(1, cause.getStartLine()), Math.max(1, cause.getStartColumn()));
    }

    /** The parser refuses a name that a call uses twice, and only its wording tells that from other faults. */
    private static boolean isDoubled(Optional<SyntaxException> cause) {
        return cause.filter(it -> it.getMessage().startsWith("Duplicated named parameter"))
                .isPresent();
    }

    private static Diagnostic fault(SourceText source, Place place, boolean isDoubled) {
        var at = source.at(place);
        if (isDoubled) {
            return Diagnostic.error(
                    "doubled-argument",
                    "This call is given a value of the same name already",
                    "Keep one of the two, for example endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5').",
                    at);
        }
        String rest = at.excerpt().length() >= place.column() ? at.excerpt().substring(place.column() - 1) : "";
        String met = rest.isBlank() ? "The text ends or breaks off here" : "The text from here on is not Groovy";
        return Diagnostic.error(
                "syntax",
                met,
                "Look for a bracket or quote that is not closed, or a comma that is missing, here or just before.",
                at);
    }
}
