package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.model.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Finds the method that a call means in the tables of its receiver's kind. */
public final class Methods {

    private Methods() {}

    static Object call(Run run, Object self, String name, List<Object> values) {
        run.work(weight(self));
        for (var table : tables(self)) {
            if (table.has(name)) {
                return run.made(table.call(run, self, name, values));
            }
        }
        Lambda member = Calls.memberOf(self, name);
        if (member != null) {
            return member.callWith(run, values);
        }
        throw unknown(self, name);
    }

    private static long weight(Object self) {
        if (self instanceof Collection<?> it) {
            return it.size() / 8;
        }
        return self instanceof String it ? it.length() / 16 : 0;
    }

    private static List<MethodTable> tables(Object self) {
        if (self instanceof List<?>) {
            return List.of(
                    ListMethods.TABLE,
                    PickMethods.TABLE,
                    CollectionMethods.TABLE,
                    CollectionMethods.UNPAIRED,
                    OrderMethods.TABLE,
                    ChangeMethods.TABLE,
                    AnyMethods.TABLE);
        }
        if (self instanceof Collection<?>) {
            return List.of(
                    PickMethods.TABLE,
                    CollectionMethods.TABLE,
                    CollectionMethods.UNPAIRED,
                    OrderMethods.TABLE,
                    ChangeMethods.TABLE,
                    AnyMethods.TABLE);
        }
        if (self instanceof Map<?, ?>) {
            return List.of(MapMethods.TABLE, CollectionMethods.TABLE, AnyMethods.TABLE);
        }
        if (Kinds.isText(self)) {
            return List.of(TextMethods.TABLE, WordMethods.TABLE, AnyMethods.TABLE);
        }
        if (self instanceof Number) {
            return List.of(NumberMethods.TABLE, AnyMethods.TABLE);
        }
        if (self instanceof Matcher) {
            return List.of(MatcherMethods.TABLE, AnyMethods.TABLE);
        }
        return self instanceof Lambda ? List.of(AnyMethods.CLOSURES) : others(self);
    }

    private static List<MethodTable> others(Object self) {
        return self instanceof Map.Entry<?, ?>
                ? List.of(AnyMethods.ENTRIES, AnyMethods.TABLE)
                : List.of(self == null ? AnyMethods.NULL : AnyMethods.TABLE);
    }

    private static SpecFault unknown(Object self, String name) {
        if (self == null) {
            return new SpecFault("null-value", "'" + name + "' is called on null", "Use ?. where a value may be null.");
        }
        var known = new TreeSet<String>();
        tables(self).forEach(it -> known.addAll(it.names()));
        String nearest = Spelling.nearest(name, known)
                .map(it -> "Did you mean " + it + "? ")
                .orElse("");
        return new SpecFault(
                "unknown-method",
                Kinds.of(self) + " has no method '" + name + "' in a spec",
                nearest + "docs/language.md lists those that there are.");
    }
}
