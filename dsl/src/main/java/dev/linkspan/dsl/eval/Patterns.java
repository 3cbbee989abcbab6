package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions over texts that count each look at a letter, so that backtracking ends when the steps do. */
final class Patterns {

    private static final int LONGEST = 1_000;

    private Patterns() {}

    static Pattern compile(Run run, Object source) {
        if (source instanceof Pattern it) {
            return it;
        }
        if (!Kinds.isText(source)) {
            throw new SpecFault(
                    "wrong-type", "A regular expression is a text, not " + Kinds.of(source), "For example ~/vpce-.*/.");
        }
        String text = source.toString();
        run.work(text.length() + 1L);
        run.make(64L * text.length());
        if (text.length() > LONGEST) {
            throw new SpecFault(
                    "too-large",
                    "A regular expression of more than " + LONGEST + " letters",
                    "Use several shorter ones.");
        }
        return Pattern.compile(text);
    }

    static CharSequence metered(Run run, Object value) {
        return new Metered(run, run.text().of(value));
    }

    /** What {@code matcher[index]} is: the match, or with groups the list of the match and its groups. */
    static Object match(Run run, Matcher matcher, int index) {
        matcher.reset();
        for (int i = 0; i <= index; i++) {
            if (!matcher.find()) {
                throw new IndexOutOfBoundsException(index);
            }
        }
        return found(run, matcher);
    }

    /** The match at hand in the same form. */
    static Object found(Run run, Matcher matcher) {
        if (matcher.groupCount() == 0) {
            return run.made(matcher.group());
        }
        List<Object> groups = new ArrayList<>();
        for (int group = 0; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        return run.made(groups);
    }

    private record Metered(Run run, String text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            run.work(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
