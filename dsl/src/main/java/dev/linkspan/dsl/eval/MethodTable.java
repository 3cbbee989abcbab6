package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The methods that one kind of value has: the only ones there are. */
final class MethodTable {

    private final Map<String, Entry> entries = new TreeMap<>();

    /** What a method does. */
    @FunctionalInterface
    interface Body {
        Object call(Call call);
    }

    private record Entry(int least, int most, Body body) {}

    /** A method that takes exactly so many values. */
    MethodTable add(String name, int values, Body body) {
        return add(name, values, values, body);
    }

    MethodTable add(String name, int least, int most, Body body) {
        entries.put(name, new Entry(least, most, body));
        return this;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    Set<String> names() {
        return entries.keySet();
    }

    Object call(Run run, Object self, String name, List<Object> values) {
        var entry = entries.get(name);
        if (values.size() < entry.least() || values.size() > entry.most()) {
            throw new SpecFault(
                    "wrong-values",
                    "'" + name + "' does not take " + Shown.count(values.size(), "value"),
                    "It takes " + (entry.least() == entry.most() ? "" : entry.least() + " to ")
                            + Shown.count(entry.most(), "value") + ".");
        }
        return entry.body().call(new Call(run, self, name, values));
    }
}
