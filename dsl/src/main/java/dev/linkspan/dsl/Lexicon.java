package dev.linkspan.dsl;

import dev.linkspan.dsl.gate.Gate;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All words by the block they stand in, read from the interfaces that describe them. */
final class Lexicon {

    /** A kind of block: how to call it, the word that opens it, and the words that may stand in it. */
    record Chapter(String title, Set<String> openers, Class<?> words, Map<String, Entry> entries) {}

    /** One word. */
    record Entry(String name, Word word, Method method) {

        /** How it is written, as a remedy. */
        String form() {
            return "Write it like this: " + word.example();
        }
    }

    /** From the outside in. */
    static final List<Chapter> CHAPTERS = List.of(
            chapter("a spec file, outside all blocks", Set.of(Gate.OUTSIDE), SpecWords.class),
            chapter("a project block", Set.of("project"), ProjectWords.class),
            chapter("an aws block", Set.of("aws"), AwsWords.class),
            chapter("an azure block", Set.of("azure"), AzureWords.class),
            chapter("a gcp block", Set.of("gcp"), GcpWords.class),
            chapter("an endpoint block", Set.of("endpoint", "endpointGroup"), EndpointWords.class));

    private Lexicon() {}

    /** The words that may stand in the block of each word, as the gate wants them. */
    static Map<String, Set<String>> words() {
        var words = new HashMap<String, Set<String>>();
        CHAPTERS.forEach(chapter ->
                chapter.openers().forEach(it -> words.put(it, chapter.entries().keySet())));
        return words;
    }

    static Chapter of(Object block) {
        return CHAPTERS.stream()
                .filter(it -> it.words().isInstance(block))
                .findFirst()
                .orElseThrow();
    }

    /** The kinds of blocks that the word may stand in, from the outside in. */
    static List<Chapter> homes(String word) {
        return CHAPTERS.stream().filter(it -> it.entries().containsKey(word)).toList();
    }

    private static Chapter chapter(String title, Set<String> openers, Class<?> words) {
        var entries = new TreeMap<String, Entry>();
        Arrays.stream(words.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(Word.class))
                .forEach(it -> entries.put(it.getName(), new Entry(it.getName(), it.getAnnotation(Word.class), it)));
        return new Chapter(title, openers, words, entries);
    }
}
