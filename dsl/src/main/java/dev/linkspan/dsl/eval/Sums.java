package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Arithmetic;
import dev.linkspan.dsl.value.Interpolated;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the arithmetic operators mean for each kind of value. */
final class Sums {

    private Sums() {}

    static Object plus(Run run, Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Arithmetic.add(one, other);
        }
        if (left instanceof Interpolated it) {
            run.make(64);
            return it.plus(right);
        }
        if (left instanceof String || Kinds.isText(right) && (left instanceof Number || left == null)) {
            return joined(run, left, right);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            run.elements((long) one.size() + other.size());
            var sum = new LinkedHashMap<Object, Object>(one);
            sum.putAll(other);
            return run.made(sum);
        }
        if (left instanceof Collection<?> it) {
            return extended(run, it, right);
        }
        throw unfit("+", left, right);
    }

    private static String joined(Run run, Object left, Object right) {
        String head = run.text().of(left);
        String tail = run.text().of(right);
        run.letters((long) head.length() + tail.length());
        return head + tail;
    }

    private static Object extended(Run run, Collection<?> left, Object right) {
        run.elements(left.size() + 1L);
        Collection<Object> sum = left instanceof Set<?> ? new LinkedHashSet<>(left) : new ArrayList<>(left);
        if (right instanceof Collection<?> more) {
            run.elements((long) left.size() + more.size());
            more.forEach(it -> addTo(run, sum, it));
        } else if (right instanceof Map<?, ?> map && left instanceof List<?>) {
            sum.add(map);
        } else {
            addTo(run, sum, right);
        }
        return run.made(sum);
    }

    static void addTo(Run run, Collection<Object> into, Object value) {
        into.add(into instanceof Set<?> ? run.equality().walk(value) : value);
    }

    static Object minus(Run run, Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Arithmetic.subtract(one, other);
        }
        if (Kinds.isText(left)) {
            return withoutFirst(run, left.toString(), right);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            var rest = new LinkedHashMap<Object, Object>();
            one.forEach((key, value) -> {
                run.work(1);
                boolean isTaken = other.containsKey(key) && run.equality().same(value, other.get(key));
                if (!isTaken) {
                    rest.put(key, value);
                }
            });
            return run.made(rest);
        }
        if (left instanceof Collection<?> it) {
            Collection<?> taken = right instanceof Collection<?> many ? many : Arrays.asList(right);
            Collection<Object> rest = it instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>();
            it.stream().filter(element -> !run.equality().isIn(taken, element)).forEach(rest::add);
            return run.made(rest);
        }
        throw unfit("-", left, right);
    }

    private static Object withoutFirst(Run run, String text, Object taken) {
        if (taken instanceof Pattern it) {
            return run.made(it.matcher(Patterns.metered(run, text)).replaceFirst(""));
        }
        String cut = run.text().of(taken);
        int at = text.indexOf(cut);
        return at < 0 ? text : run.made(text.substring(0, at) + text.substring(at + cut.length()));
    }

    static Object times(Run run, Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Arithmetic.multiply(one, other);
        }
        if (!(right instanceof Number count) || count.intValue() < 0) {
            throw unfit("*", left, right);
        }
        if (Kinds.isText(left)) {
            String text = left.toString();
            run.letters((long) text.length() * count.intValue());
            return text.repeat(count.intValue());
        }
        if (left instanceof Collection<?> it) {
            run.elements((long) it.size() * count.intValue());
            var many = new ArrayList<Object>();
            for (int i = 0; i < count.intValue(); i++) {
                many.addAll(it);
            }
            return many;
        }
        throw unfit("*", left, right);
    }

    /** {@code list << value}, {@code map << map}, or a shift of bits. */
    static Object append(Run run, Object left, Object right) {
        if (left instanceof Number one && right instanceof Number by) {
            return Arithmetic.leftShift(one, by);
        }
        if (left instanceof Map<?, ?> && right instanceof Map<?, ?> more) {
            Map<Object, Object> map = Elements.map(left);
            map.putAll(more);
            run.elements(map.size());
            return map;
        }
        if (left instanceof Map<?, ?> && right instanceof Map.Entry<?, ?> entry) {
            Elements.putEntry(run, left, entry.getKey(), entry.getValue());
            return left;
        }
        if (left instanceof Collection<?>) {
            Collection<Object> into = Elements.collection(left);
            addTo(run, into, right);
            Elements.grown(run, into.size());
            return into;
        }
        throw unfit("<<", left, right);
    }

    static Object numeric(Operation operation, Object left, Object right) {
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            throw unfit(operation.sign(), left, right);
        }
        return switch (operation) {
            case DIVIDE -> Arithmetic.divide(one, other);
            case REMAINDER -> Arithmetic.remainder(one, other);
            case POWER -> Arithmetic.power(one, other);
            case RIGHT_SHIFT -> Arithmetic.rightShift(one, other);
            default -> throw new IllegalStateException(operation.sign());
        };
    }

    static Object bits(Run run, Operation operation, Object left, Object right) {
        if (left instanceof Boolean one && right instanceof Boolean other) {
            return switch (operation) {
                case BIT_AND -> one & other;
                case BIT_OR -> one | other;
                default -> one ^ other;
            };
        }
        if (left instanceof Number one && right instanceof Number other) {
            return switch (operation) {
                case BIT_AND -> Arithmetic.and(one, other);
                case BIT_OR -> Arithmetic.or(one, other);
                default -> Arithmetic.xor(one, other);
            };
        }
        throw unfit(operation.sign(), left, right);
    }

    static Object unary(Run run, String sign, Object value) {
        if ("~".equals(sign) && Kinds.isText(value)) {
            return Patterns.compile(run, value);
        }
        if (!(value instanceof Number number)) {
            throw new SpecFault("bad-operand", sign + " does not fit " + Kinds.of(value), "It takes a number.");
        }
        return switch (sign) {
            case "-" -> Arithmetic.negate(number);
            case "~" -> Arithmetic.bitwiseNegate(number);
            default -> number;
        };
    }

    static Object stepped(Run run, Object value, boolean isUp) {
        if (value instanceof Number it) {
            return isUp ? Arithmetic.add(it, 1) : Arithmetic.subtract(it, 1);
        }
        throw new SpecFault(
                "bad-operand", (isUp ? "++" : "--") + " does not fit " + Kinds.of(value), "It takes a number.");
    }

    private static SpecFault unfit(String sign, Object left, Object right) {
        return new SpecFault(
                "bad-operand",
                sign + " does not go with " + Kinds.of(left) + " and " + Kinds.of(right),
                "Convert one of them first.");
    }
}
