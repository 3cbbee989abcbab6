package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.eval.Place;
import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.LexerNoViableAltException;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * A look at the tokens before the parser sees them. The parser recurses, so what is nested or chained too deep is refused
 * here; brackets without a partner get a message that names the right one; and no annotation comes past, wherever
 * Groovy's grammar may allow one.
 */
final class Tokens {

    static final int DEEPEST = 48;
    static final int LONGEST_CHAIN = 1_000;

    private static final Map<Integer, Integer> CLOSING = Map.of(
            GroovyLexer.LPAREN, GroovyLexer.RPAREN,
            GroovyLexer.LBRACE, GroovyLexer.RBRACE,
            GroovyLexer.LBRACK, GroovyLexer.RBRACK,
            GroovyLexer.SAFE_INDEX, GroovyLexer.RBRACK);

    private final SourceText source;
    private final Deque<Token> open = new ArrayDeque<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private int chain;

    private Tokens(SourceText source) {
        this.source = source;
    }

    /** The faults that keep the text from the parser; none for most texts that are not Groovy, which it tells itself. */
    static List<Diagnostic> check(SourceText source) {
        var tokens = new Tokens(source);
        tokens.checkAll();
        return tokens.faults;
    }

    private void checkAll() {
        var lexer = new GroovyLangLexer(CharStreams.fromString(source.text()));
        lexer.removeErrorListeners();
        Token token = next(lexer);
        while (token != null && token.getType() != Token.EOF && faults.isEmpty()) {
            check(token);
            token = next(lexer);
        }
        if (faults.isEmpty() && token != null && !open.isEmpty()) {
            refuse(
                    open.peek(),
                    "unclosed",
                    "The '" + shown(open.peek()) + "' that opens here is never closed",
                    "Close it, or look for a quote that swallows the rest.");
        }
    }

    /** The next token, or null where the text is no token at all. */
    private Token next(GroovyLangLexer lexer) {
        try {
            return lexer.nextToken();
        } catch (LexerNoViableAltException e) {
            unreadable(place(e.getStartIndex()));
        } catch (GroovySyntaxError e) {
            unreadable(new Place(Math.max(1, e.getLine()), Math.max(1, e.getColumn())));
        }
        return null;
    }

    private void unreadable(Place place) {
        refuse(
                place,
                "unreadable-text",
                "What starts here means nothing in Groovy",
                "A quote may lack its other half, or a '$' or '\\' may have to be '\\$' or '\\\\'.");
    }

    /** @param index of the whole characters before it */
    private Place place(int index) {
        int units = source.text().offsetByCodePoints(0, index);
        int line = (int) source.text()
                        .substring(0, units)
                        .chars()
                        .filter(it -> it == '\n')
                        .count()
                + 1;
        int start = source.text().lastIndexOf('\n', units - 1) + 1;
        return new Place(line, source.text().codePointCount(start, units) + 1);
    }

    private void check(Token token) {
        int type = token.getType();
        chain = endsChain(type) ? 0 : chain + 1;
        if (chain > LONGEST_CHAIN) {
            refuse(token, "too-deep", "An expression of more than " + LONGEST_CHAIN + " parts", "Split it up.");
        } else if (type == GroovyLexer.UNEXPECTED_CHAR) {
            refuse(
                    token,
                    "unreadable-text",
                    "'" + token.getText() + "' means nothing here",
                    "Remove it, or close a quote before it.");
        } else if (type == GroovyLexer.AT) {
            refuse(token, "not-allowed", "A spec has no annotations", "Remove it. " + Refused.REMEDY);
        } else if (CLOSING.containsKey(type)) {
            opened(token);
        } else if (CLOSING.containsValue(type)) {
            closed(token);
        }
    }

    private static boolean endsChain(int type) {
        return type == GroovyLexer.NL
                || type == GroovyLexer.SEMI
                || type == GroovyLexer.COMMA
                || type == GroovyLexer.LBRACE
                || type == GroovyLexer.RBRACE;
    }

    private void opened(Token token) {
        open.push(token);
        if (open.size() > DEEPEST) {
            refuse(
                    token,
                    "too-deep",
                    "Brackets lie more than " + DEEPEST + " deep in one another",
                    "Move the inner parts into variables or methods.");
        }
    }

    private void closed(Token token) {
        if (open.isEmpty()) {
            refuse(token, "unopened", "This '" + token.getText() + "' closes nothing", "Remove it.");
            return;
        }
        Token opener = open.pop();
        if (CLOSING.get(opener.getType()) != token.getType()) {
            var at = source.at(place(opener));
            faults.add(Diagnostic.error(
                            "mismatched-bracket",
                            "This '" + token.getText() + "' meets a '" + shown(opener) + "' that is still open",
                            "Close that one first.",
                            source.at(place(token)))
                    .relatedTo("opened here", at));
        }
    }

    private static String shown(Token opener) {
        return opener.getType() == GroovyLexer.SAFE_INDEX ? "?[" : opener.getText();
    }

    private static Place place(Token token) {
        return new Place(Math.max(1, token.getLine()), token.getCharPositionInLine() + 1);
    }

    private void refuse(Token token, String id, String summary, String remedy) {
        refuse(place(token), id, summary, remedy);
    }

    private void refuse(Place place, String id, String summary, String remedy) {
        faults.add(Diagnostic.error(id, summary, remedy, source.at(place)));
    }
}
