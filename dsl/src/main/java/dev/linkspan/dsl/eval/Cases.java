package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.Truth;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a value belongs to a case: {@code in}, {@code switch} and {@code grep}. */
final class Cases {

    private Cases() {}

    static boolean matches(Run run, Object wanted, Object value) {
        if (wanted instanceof Collection<?> it) {
            return Elements.contains(run, it, value);
        }
        if (wanted instanceof Map<?, ?> it) {
            return Truth.of(it.get(run.equality().walk(value)));
        }
        if (wanted instanceof Pattern it) {
            return value != null && it.matcher(Patterns.metered(run, value)).matches();
        }
        if (wanted instanceof Lambda it) {
            return Truth.of(it.call(run, value));
        }
        if (Kinds.isText(wanted)) {
            return value != null && wanted.toString().equals(run.text().of(value));
        }
        return run.equality().same(wanted, value);
    }
}
