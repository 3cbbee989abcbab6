package dev.linkspan.dsl.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Groovy's {@code ==} and {@code <=>}: numbers by value, both kinds of text by their letters, collections by elements. */
public final class Equality {

    private final Meter meter;

    public Equality(Meter meter) {
        this.meter = Objects.requireNonNull(meter, "meter");
    }

    /** {@code one == other} */
    public boolean same(Object one, Object other) {
        meter.work(1);
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            return sameInOrder(left, right);
        }
        if (one instanceof Set<?> left && other instanceof Set<?> right) {
            return left.size() == right.size() && left.stream().allMatch(it -> isIn(right, it));
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return sameEntries(left, right);
        }
        if (one instanceof Map.Entry<?, ?> left && other instanceof Map.Entry<?, ?> right) {
            return same(left.getKey(), right.getKey()) && same(left.getValue(), right.getValue());
        }
        return sameScalar(one, other);
    }

    /** {@code element in collection}, by the rules of {@code ==}. */
    public boolean isIn(Collection<?> values, Object element) {
        if (values instanceof Set<?> && isHashable(element) && values.contains(element)) {
            return true;
        }
        for (Object value : values) {
            if (same(value, element)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code one <=> other}: null before all else.
     *
     * @throws SpecFault for two values that have no order
     */
    public int order(Object one, Object other) {
        meter.work(1);
        if (one == other) {
            return 0;
        }
        if (one == null || other == null) {
            return one == null ? -1 : 1;
        }
        Integer compared = compared(one, other);
        if (compared == null) {
            throw new SpecFault(
                    "no-order",
                    "There is no order between " + Kinds.of(one) + " and " + Kinds.of(other),
                    "Compare two numbers or two texts.");
        }
        return compared;
    }

    private boolean sameInOrder(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> right = other.iterator();
        for (Object left : one) {
            if (!same(left, right.next())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameEntries(Map<?, ?> one, Map<?, ?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var entry : one.entrySet()) {
            walk(entry.getKey());
            if (!other.containsKey(entry.getKey()) || !same(entry.getValue(), other.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameScalar(Object one, Object other) {
        if (one instanceof Collection<?> || one instanceof Map<?, ?> || other instanceof Collection<?>) {
            return false;
        }
        Integer compared = compared(one, other);
        return compared == null ? one.equals(other) : compared == 0;
    }

    private static Integer compared(Object one, Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return Arithmetic.compare(left, right);
        }
        if (Kinds.isText(one) && Kinds.isText(other)) {
            return one.toString().compareTo(other.toString());
        }
        if (one instanceof Boolean left && other instanceof Boolean right) {
            return left.compareTo(right);
        }
        if (one instanceof Number left && isLetter(other)) {
            return Arithmetic.compare(left, (int) ((String) other).charAt(0));
        }
        if (isLetter(one) && other instanceof Number right) {
            return Arithmetic.compare((int) ((String) one).charAt(0), right);
        }
        return null;
    }

    private static boolean isLetter(Object value) {
        return value instanceof String it && it.length() == 1;
    }

    /** Puts a key's depth on the meter before Java hashes it, since shared lists can make that endless. */
    public Object walk(Object key) {
        meter.work(1);
        if (key instanceof Collection<?> all) {
            all.forEach(this::walk);
        } else if (key instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                walk(name);
                walk(value);
            });
        } else if (key instanceof BigDecimal || key instanceof BigInteger) {
            meter.work(10);
        }
        return key;
    }

    private static boolean isHashable(Object value) {
        return !(value instanceof Collection<?>) && !(value instanceof Map<?, ?>);
    }
}
