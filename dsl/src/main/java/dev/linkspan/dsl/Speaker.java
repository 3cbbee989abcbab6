package dev.linkspan.dsl;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.eval.Given;
import dev.linkspan.dsl.eval.Lambda;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.dsl.eval.Vocabulary;
import dev.linkspan.dsl.gate.SourceText;
import dev.linkspan.dsl.value.SpecFault;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Hands each word to the innermost block that is open: words of outer blocks do not reach inward. */
final class Speaker implements Vocabulary, Places {

    /** About what a word leaves behind: a draft and its place. */
    private static final long WORD_BYTES = 400;

    private final SourceText source;
    private final Deque<Object> open = new ArrayDeque<>();
    private Place place = new Place(1, 1);

    Speaker(SourceText source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    void begin(SpecBlock outermost) {
        open.push(outermost);
    }

    @Override
    public SourceRef here() {
        return source.at(place);
    }

    @Override
    public void say(Run run, String word, List<Given> values, Place where) {
        var block = open.peek();
        var entry = Lexicon.of(block).entries().get(word);
        if (entry == null) {
            throw misplaced(word, Lexicon.of(block));
        }
        place = where;
        run.make(WORD_BYTES);
        Object[] given = new Arguments(run, entry, where, values).dealt(it -> body(run, it));
        try {
            entry.method().invoke(block, given);
        } catch (InvocationTargetException e) {
            throw unwrapped(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error it) {
            throw it;
        }
        return (RuntimeException) cause;
    }

    private Body body(Run run, Lambda closure) {
        return block -> {
            open.push(block);
            try {
                closure.call(run);
            } finally {
                open.pop();
            }
        };
    }

    private static SpecFault misplaced(String word, Lexicon.Chapter here) {
        String homes = Lexicon.homes(word).stream().map(Lexicon.Chapter::title).collect(Collectors.joining(" or "));
        return new SpecFault(
                "misplaced-word",
                "'" + word + "' cannot stand in " + here.title(),
                "It stands in " + homes + ". Here there are "
                        + String.join(", ", here.entries().keySet()) + ".");
    }
}
