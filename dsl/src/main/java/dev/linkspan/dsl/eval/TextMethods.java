package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Methods of texts that ask about them, cut them or put them into another form. */
final class TextMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("size", 0, it -> self(it).length())
            .add("length", 0, it -> self(it).length())
            .add("isEmpty", 0, it -> self(it).isEmpty())
            .add("isBlank", 0, it -> self(it).isBlank())
            .add("toUpperCase", 0, it -> self(it).toUpperCase(Locale.ROOT))
            .add("toLowerCase", 0, it -> self(it).toLowerCase(Locale.ROOT))
            .add("capitalize", 0, it -> cased(self(it), true))
            .add("uncapitalize", 0, it -> cased(self(it), false))
            .add("trim", 0, it -> self(it).trim())
            .add("strip", 0, it -> self(it).strip())
            .add("startsWith", 1, it -> self(it).startsWith(it.text(0)))
            .add("endsWith", 1, it -> self(it).endsWith(it.text(0)))
            .add("contains", 1, it -> self(it).contains(it.text(0)))
            .add("equalsIgnoreCase", 1, it -> self(it).equalsIgnoreCase(it.text(0)))
            .add("indexOf", 1, 2, it -> self(it).indexOf(it.text(0), it.has(1) ? it.integer(1) : 0))
            .add("lastIndexOf", 1, it -> self(it).lastIndexOf(it.text(0)))
            .add("substring", 1, 2, TextMethods::substring)
            .add("getAt", 1, it -> Elements.get(it.run(), self(it), it.value(0)))
            .add("take", 1, it -> part(self(it), 0, it.integer(0)))
            .add("drop", 1, it -> part(self(it), Math.max(0, it.integer(0)), self(it).length()))
            .add(
                    "takeRight",
                    1,
                    it -> part(self(it), self(it).length() - Math.max(0, it.integer(0)), self(it).length()))
            .add("dropRight", 1, it -> part(self(it), 0, self(it).length() - Math.max(0, it.integer(0))))
            .add("padLeft", 1, 2, it -> padding(it) + self(it))
            .add("padRight", 1, 2, it -> self(it) + padding(it))
            .add("center", 1, 2, TextMethods::centred)
            .add("reverse", 0, it -> new StringBuilder(self(it)).reverse().toString())
            .add("repeat", 1, it -> Sums.times(it.run(), self(it), it.value(0)))
            .add("multiply", 1, it -> Sums.times(it.run(), self(it), it.value(0)))
            .add("plus", 1, it -> Sums.plus(it.run(), it.self(), it.value(0)))
            .add("minus", 1, it -> Sums.minus(it.run(), it.self(), it.value(0)))
            .add("concat", 1, it -> Sums.plus(it.run(), self(it), it.text(0)))
            .add("stripIndent", 0, it -> Margins.stripIndent(self(it)))
            .add("stripMargin", 0, 1, it -> Margins.stripMargin(self(it), it.has(0) ? it.text(0) : "|"));

    private TextMethods() {}

    static String self(Call call) {
        return call.self().toString();
    }

    private static String cased(String text, boolean isUpper) {
        if (text.isEmpty()) {
            return text;
        }
        char first = isUpper ? Character.toUpperCase(text.charAt(0)) : Character.toLowerCase(text.charAt(0));
        return first + text.substring(1);
    }

    private static Object substring(Call call) {
        return call.has(1)
                ? self(call).substring(call.integer(0), call.integer(1))
                : self(call).substring(call.integer(0));
    }

    private static String part(String text, int from, int to) {
        int end = Math.max(0, Math.min(to, text.length()));
        return text.substring(Math.max(0, Math.min(from, end)), end);
    }

    private static String padding(Call call) {
        return filled(call, call.integer(0) - self(call).length());
    }

    private static String filled(Call call, int length) {
        String pattern = call.has(1) ? call.text(1) : " ";
        if (pattern.isEmpty()) {
            throw new SpecFault("wrong-values", "A text cannot be padded with nothing", "For example padLeft(3, '0').");
        }
        if (length <= 0) {
            return "";
        }
        call.run().letters(length);
        return pattern.repeat(length / pattern.length() + 1).substring(0, length);
    }

    private static Object centred(Call call) {
        int missing = Math.max(0, call.integer(0) - self(call).length());
        return filled(call, missing / 2) + self(call) + filled(call, missing - missing / 2);
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
