package dev.linkspan.dsl.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;

/** Methods of texts that look for parts, take them apart, go through their letters or read numbers. */
final class WordMethods {

    private static final Set<String> TRUE = Set.of("true", "y", "1");

    static final MethodTable TABLE = new MethodTable()
            .add("replace", 2, it -> replaced(it))
            .add("replaceAll", 2, WordMethods::replaceAll)
            .add("replaceFirst", 2, WordMethods::replaceFirst)
            .add("matches", 1, it -> matcher(it).matches())
            .add("find", 1, WordMethods::find)
            .add("findAll", 1, WordMethods::findAll)
            .add("split", 0, 1, WordMethods::split)
            .add("tokenize", 0, 1, WordMethods::tokenize)
            .add("readLines", 0, it -> new ArrayList<Object>(text(it).lines().toList()))
            .add("toList", 0, it -> letters(it))
            .add("count", 1, WordMethods::count)
            .add("each", 1, WordMethods::each)
            .add("collect", 0, 1, WordMethods::collect)
            .add("any", 1, it -> letters(it).stream().anyMatch(it::holds))
            .add("every", 1, it -> letters(it).stream().allMatch(it::holds))
            .add("isNumber", 0, it -> isNumber(text(it)))
            .add("isInteger", 0, it -> isWhole(text(it), 32))
            .add("isLong", 0, it -> isWhole(text(it), 64))
            .add("toInteger", 0, it -> TypeName.INT.as(it.run(), text(it)))
            .add("toLong", 0, it -> TypeName.LONG.as(it.run(), text(it)))
            .add("toBigInteger", 0, it -> TypeName.BIG_INTEGER.as(it.run(), text(it)))
            .add("toBigDecimal", 0, it -> TypeName.DECIMAL.as(it.run(), text(it)))
            .add("toDouble", 0, it -> TypeName.DOUBLE.as(it.run(), text(it)))
            .add("toBoolean", 0, it -> TRUE.contains(text(it).trim().toLowerCase(Locale.ROOT)));

    private WordMethods() {}

    private static String text(Call call) {
        return TextMethods.self(call);
    }

    private static List<Object> letters(Call call) {
        return TextMethods.letters(call.run(), text(call));
    }

    private static Matcher matcher(Call call) {
        return Patterns.compile(call.run(), call.value(0)).matcher(Patterns.metered(call.run(), text(call)));
    }

    /** The text with every match replaced, its length on the meter as it grows. */
    private static String replaced(Call call) {
        String from = call.text(0);
        String to = call.text(1);
        long most = (long) text(call).length()
                + (long) (text(call).length() / Math.max(1, from.length()) + 1) * to.length();
        if (most > call.run().budgets().letters()) {
            call.run().letters(most);
        }
        return text(call).replace(from, to);
    }

    private static Object replaceAll(Call call) {
        return replacedMatches(call, Integer.MAX_VALUE);
    }

    private static Object replaceFirst(Call call) {
        return replacedMatches(call, 1);
    }

    private static Object replacedMatches(Call call, int most) {
        var matcher = matcher(call);
        var out = new StringBuilder();
        for (int i = 0; i < most && matcher.find(); i++) {
            int before = out.length();
            matcher.appendReplacement(out, replacement(call, matcher));
            call.run().letters(out.length() - before);
            if (out.length() > call.run().budgets().letters()) {
                call.run().letters(out.length());
            }
        }
        return matcher.appendTail(out).toString();
    }

    private static String replacement(Call call, Matcher matcher) {
        if (!call.isClosure(1)) {
            return call.text(1);
        }
        Object found = Patterns.found(call.run(), matcher);
        Object answer = call.closure(1).call(call.run(), found);
        return Matcher.quoteReplacement(call.run().text().of(answer));
    }

    private static Object find(Call call) {
        var matcher = matcher(call);
        return matcher.find() ? matcher.group() : "";
    }

    private static Object findAll(Call call) {
        if (call.isClosure(0)) {
            return letters(call).stream()
                    .filter(call::holds)
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
        var found = new ArrayList<Object>();
        var matcher = matcher(call);
        while (matcher.find()) {
            found.add(matcher.group());
            call.run().letters(matcher.group().length());
            Elements.grown(call.run(), found.size());
        }
        return found;
    }

    /** As Java splits: by a regular expression, without empty parts at the end; by blanks when none is given. */
    private static Object split(Call call) {
        if (call.count() == 0) {
            return tokenize(call);
        }
        var pattern = Patterns.compile(call.run(), call.text(0));
        String[] parts = pattern.split(Patterns.metered(call.run(), text(call)));
        call.run().make(64L * parts.length);
        return new ArrayList<Object>(Arrays.asList(parts));
    }

    private static Object tokenize(Call call) {
        var tokens =
                call.count() == 0 ? new StringTokenizer(text(call)) : new StringTokenizer(text(call), call.text(0));
        var all = new ArrayList<Object>();
        while (tokens.hasMoreTokens()) {
            all.add(tokens.nextToken());
            Elements.grown(call.run(), all.size());
        }
        return all;
    }

    private static Object count(Call call) {
        String part = call.text(0);
        int count = 0;
        for (int at = text(call).indexOf(part); at >= 0; at = text(call).indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static Object each(Call call) {
        letters(call).forEach(it -> call.apply(0, it));
        return call.self();
    }

    private static Object collect(Call call) {
        var answers = new ArrayList<Object>();
        letters(call).forEach(it -> answers.add(call.count() == 0 ? it : call.apply(0, it)));
        return answers;
    }

    private static boolean isNumber(String text) {
        if (text.length() > 1_000) {
            return false;
        }
        try {
            new BigDecimal(text.trim());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isWhole(String text, int bits) {
        return text.length() < 40
                && text.trim().matches("[+-]?[0-9]+")
                && new BigInteger(text.trim()).bitLength() < bits;
    }
}
