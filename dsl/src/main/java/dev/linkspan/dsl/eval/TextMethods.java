package dev.linkspan.dsl.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Methods of texts that go through their letters or look for something. */
final class TextMethods {

    static final MethodTable TABLE =
            new MethodTable().add("size", 0, it -> self(it).length()).add("length", 0, it -> self(it).length());

    private TextMethods() {}

    static String self(Call call) {
        return call.self().toString();
    }

    /** A text's letters, each as a text. */
    static List<Object> letters(Run run, String text) {
        run.elements(text.length());
        var letters = new ArrayList<Object>(text.length());
        for (int i = 0; i < text.length(); i++) {
            letters.add(String.valueOf(text.charAt(i)));
        }
        return letters;
    }

    /** Everything that a regular expression finds. */
    static List<Object> matches(Run run, Matcher matcher) {
        var found = new ArrayList<Object>();
        matcher.reset();
        while (matcher.find()) {
            found.add(Patterns.found(run, matcher));
            Elements.grown(run, found.size());
        }
        return found;
    }
}
