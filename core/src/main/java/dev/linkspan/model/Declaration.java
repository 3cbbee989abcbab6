package dev.linkspan.model;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything that a set of specs declares, each project once. */
public record Declaration(SortedMap<ProjectRef, DeclaredProject> projects) {

    public Declaration {
        projects = Collections.unmodifiableSortedMap(new TreeMap<>(projects));
    }

    /** @throws IllegalStateException when two declare the same project: loaders join or refuse those first */
    public static Declaration of(Collection<DeclaredProject> projects) {
        return new Declaration(keyed(projects, DeclaredProject::ref));
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, V> keyed(Collection<V> values, Function<V, K> key) {
        var sorted = new TreeMap<K, V>();
        for (V value : values) {
            if (sorted.putIfAbsent(key.apply(value), value) != null) {
                throw new IllegalStateException("declared twice: " + key.apply(value));
            }
        }
        return Collections.unmodifiableSortedMap(sorted);
    }
}
