package dev.linkspan.dsl;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All words by the block they stand in, read from the interfaces that describe them. */
final class Lexicon {

    /** A kind of block: how to call it, and the words that may stand in it. */
    record Chapter(String title, Class<?> words, Map<String, Entry> entries) {}

    /** One word. */
    record Entry(String name, Word word, Method method) {}

    /** From the outside in. */
    static final List<Chapter> CHAPTERS = List.of(
            chapter("a spec file, outside all blocks", SpecWords.class),
            chapter("a project block", ProjectWords.class),
            chapter("an aws block", AwsWords.class),
            chapter("an endpoint block", EndpointWords.class));

    private Lexicon() {}

    static Set<String> words() {
        var words = new TreeSet<String>();
        CHAPTERS.forEach(it -> words.addAll(it.entries().keySet()));
        return words;
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

    private static Chapter chapter(String title, Class<?> words) {
        var entries = new TreeMap<String, Entry>();
        Arrays.stream(words.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(Word.class))
                .forEach(it -> entries.put(it.getName(), new Entry(it.getName(), it.getAnnotation(Word.class), it)));
        return new Chapter(title, words, entries);
    }
}
