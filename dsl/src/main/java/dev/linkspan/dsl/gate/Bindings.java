package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which names a place in the spec can see, known before anything is evaluated. */
final class Bindings {

    /** A variable; a fixed one keeps its first value. */
    record Binding(TypeName type, boolean isFixed) {}

    private final Bindings outer;
    private final Map<String, Binding> own = new LinkedHashMap<>();

    private final boolean mayBreak;
    private final boolean mayContinue;
    private final String block;

    private Bindings(Bindings outer, String block, boolean mayBreak, boolean mayContinue) {
        this.outer = outer;
        this.block = block;
        this.mayBreak = mayBreak;
        this.mayContinue = mayContinue;
    }

    static Bindings outermost(String block) {
        return new Bindings(null, block, false, false);
    }

    Bindings inner() {
        return new Bindings(this, block, mayBreak, mayContinue);
    }

    Bindings loop() {
        return new Bindings(this, block, true, true);
    }

    Bindings switchBody() {
        return new Bindings(this, block, true, mayContinue);
    }

    /** A closure's inside: a loop around the closure is not one that it could leave. */
    Bindings body() {
        return new Bindings(this, block, false, false);
    }

    /** The inside of a word's block. */
    Bindings blockOf(String word) {
        return new Bindings(this, word, mayBreak, mayContinue);
    }

    /** The word in whose block this stands, as far as the text shows. */
    String block() {
        return block;
    }

    boolean mayBreak() {
        return mayBreak;
    }

    boolean mayContinue() {
        return mayContinue;
    }

    boolean isOutermost() {
        return outer == null;
    }

    /** Whether the name was free; a name that an outer block uses is taken, as in Groovy. */
    boolean declare(String name, Binding binding) {
        if (find(name).isPresent() && !"it".equals(name)) {
            return false;
        }
        own.put(name, binding);
        return true;
    }

    Optional<Binding> find(String name) {
        for (Bindings each = this; each != null; each = each.outer) {
            if (each.own.containsKey(name)) {
                return Optional.of(each.own.get(name));
            }
        }
        return Optional.empty();
    }

    Collection<String> names() {
        List<String> names = new ArrayList<>(own.keySet());
        if (outer != null) {
            names.addAll(outer.names());
        }
        return names;
    }
}
