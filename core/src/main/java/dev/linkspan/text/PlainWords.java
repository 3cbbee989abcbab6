package dev.linkspan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Keeps plain words of a line as they are, and puts into code what stands between the first and the last word that is more.
 *
 * @param plain a word and its punctuation
 * @param plainFirst what a line may begin with
 * @param linked what looks like a word and would be made a link or a picture of
 */
record PlainWords(Pattern plain, Pattern plainFirst, Pattern linked, UnaryOperator<String> code) {

    String of(String line) {
        var words = List.of(line.split(" ", -1));
        int from = 0;
        while (from < words.size() && isPlain(words, from)) {
            from++;
        }
        int to = words.size();
        while (to > from && isPlain(words, to - 1)) {
            to--;
        }
        var parts = new ArrayList<>(words.subList(0, from));
        if (from < to) {
            parts.add(code.apply(String.join(" ", words.subList(from, to))));
        }
        parts.addAll(words.subList(to, words.size()));
        return String.join(" ", parts);
    }

    private boolean isPlain(List<String> words, int index) {
        String word = words.get(index);
        boolean isFit = index > 0
                || word.isEmpty() && words.size() == 1
                || plainFirst.matcher(word).matches();
        return isFit && plain.matcher(word).matches() && !linked.matcher(word).find();
    }
}
