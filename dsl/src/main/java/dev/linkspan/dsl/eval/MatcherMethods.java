package dev.linkspan.dsl.eval;

import java.util.ArrayList;
import java.util.regex.Matcher;

/** Methods of what {@code =~} gives. */
final class MatcherMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("matches", 0, it -> self(it).matches())
            .add("find", 0, it -> self(it).find())
            .add("group", 0, 1, MatcherMethods::group)
            .add("size", 0, it -> TextMethods.matches(it.run(), self(it)).size())
            .add("getCount", 0, it -> TextMethods.matches(it.run(), self(it)).size())
            .add("collect", 1, it -> collect(it))
            .add("each", 1, MatcherMethods::each);

    private MatcherMethods() {}

    private static Matcher self(Call call) {
        return (Matcher) call.self();
    }

    private static Object group(Call call) {
        return call.has(0) ? self(call).group(call.integer(0)) : self(call).group();
    }

    private static Object collect(Call call) {
        return TextMethods.matches(call.run(), self(call)).stream()
                .map(it -> call.apply(0, it))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    private static Object each(Call call) {
        TextMethods.matches(call.run(), self(call)).forEach(it -> call.apply(0, it));
        return call.self();
    }
}
