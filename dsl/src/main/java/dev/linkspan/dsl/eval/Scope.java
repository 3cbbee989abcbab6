package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.Arrays;

/** The variables of one run of a block. Few stand in one scope, so a look along an array is the quickest map. */
public final class Scope {

    private final Scope outer;
    private String[] names = new String[4];
    private Object[] values = new Object[4];
    private int size;

    private Scope(Scope outer) {
        this.outer = outer;
    }

    public static Scope outermost() {
        return new Scope(null);
    }

    public Scope inner() {
        return new Scope(this);
    }

    public void declare(String name, Object value) {
        int at = indexOf(name);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            int at = scope.indexOf(name);
            if (at >= 0) {
                return scope.values[at];
            }
        }
        throw new SpecFault("not-set-yet", "'" + name + "' has no value yet", "Set it further up in the file.");
    }

    void set(String name, Object value) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            int at = scope.indexOf(name);
            if (at >= 0) {
                scope.values[at] = value;
                return;
            }
        }
        throw new IllegalStateException("the gate let an unknown variable through: " + name);
    }

    private int indexOf(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
