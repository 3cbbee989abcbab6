package dev.linkspan.dsl;

import dev.linkspan.dsl.gate.Gate;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All words by the block they stand in, read from the interfaces that describe them. */
final class Lexicon {

    /** A kind of block: how to call it, the word that opens it, and the words that may stand in it. */
    record Chapter(String title, String opener, Class<?> words, Map<String, Entry> entries) {}

    /** One word. */
    record Entry(String name, Word word, Method method) {}

    /** From the outside in. */
    static final List<Chapter> CHAPTERS = List.of(
            chapter("a spec file, outside all blocks", Gate.OUTSIDE, SpecWords.class),
            chapter("a project block", "project", ProjectWords.class),
            chapter("an aws block", "aws", AwsWords.class),
            chapter("an endpoint block", "endpoint", EndpointWords.class));

    private Lexicon() {}

    /** The words that may stand in the block of each word, as the gate wants them. */
    static Map<String, Set<String>> words() {
        return CHAPTERS.stream()
                .collect(Collectors.toMap(Chapter::opener, it -> it.entries().keySet()));
    }

    static Chapter of(Object block) {
        return CHAPTERS.stream()
                .filter(it -> it.words().isInstance(block))
                .findFirst()
                .orElseThrow();
    }

    /** The outermost kind of block that the word may stand in. */
    static Optional<Chapter> home(String word) {
        return CHAPTERS.stream().filter(it -> it.entries().containsKey(word)).findFirst();
    }

    private static Chapter chapter(String title, String opener, Class<?> words) {
        var entries = new TreeMap<String, Entry>();
        Arrays.stream(words.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(Word.class))
                .forEach(it -> entries.put(it.getName(), new Entry(it.getName(), it.getAnnotation(Word.class), it)));
        return new Chapter(title, opener, words, entries);
    }
}
