package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Arithmetic;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.dsl.value.Truth;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that a spec may name: for variables, parameters, {@code as} and {@code instanceof}. */
public enum TypeName {
    ANYTHING(Object.class, "Object"),
    TEXT(String.class, "String"),
    CHARACTERS(CharSequence.class, "CharSequence"),
    INT(Integer.class, "Integer", "int"),
    LONG(Long.class, "Long", "long"),
    BIG_INTEGER(BigInteger.class, "BigInteger"),
    DECIMAL(BigDecimal.class, "BigDecimal"),
    DOUBLE(Double.class, "Double", "double"),
    NUMBER(Number.class, "Number"),
    BOOLEAN(Boolean.class, "Boolean", "boolean"),
    LIST(List.class, "List"),
    SET(Set.class, "Set"),
    COLLECTION(Collection.class, "Collection", "Iterable"),
    MAP(Map.class, "Map"),
    CLOSURE(Lambda.class, "Closure");

    private final Class<?> type;
    private final List<String> names;

    TypeName(Class<?> type, String... names) {
        this.type = type;
        this.names = List.of(names);
    }

    public static Optional<TypeName> named(String name) {
        return Arrays.stream(values()).filter(it -> it.names.contains(name)).findFirst();
    }

    /** All names, for messages and documentation. */
    public static List<String> known() {
        return Arrays.stream(values()).flatMap(it -> it.names.stream()).toList();
    }

    /** {@code value instanceof Type} */
    boolean isKindOf(Object value) {
        return type.isInstance(value) || this == CHARACTERS && Kinds.isText(value);
    }

    /** How little this type says of the value: least when it is the value's very own. */
    int vagueness(Object value) {
        return switch (this) {
            case ANYTHING -> 20;
            case NUMBER, CHARACTERS, COLLECTION -> 10;
            default -> isKindOf(value) ? 0 : 5;
        };
    }

    /** Whether a parameter of this type takes the value. */
    boolean takes(Object value) {
        return value == null
                || isKindOf(value)
                || switch (this) {
                    case TEXT -> Kinds.isText(value);
                    case LONG -> value instanceof Integer;
                    case DOUBLE -> value instanceof Number;
                    case DECIMAL -> value instanceof Integer || value instanceof Long || value instanceof BigInteger;
                    case BIG_INTEGER -> value instanceof Integer || value instanceof Long;
                    default -> false;
                };
    }

    /** What a variable of this type holds when the value is assigned to it. */
    Object cast(Run run, Object value) {
        if (value == null) {
            return this == BOOLEAN ? (Object) false : null;
        }
        if (isKindOf(value)) {
            return value;
        }
        return switch (this) {
            case TEXT -> run.text().of(value);
            case BOOLEAN -> Truth.of(value);
            case INT, LONG, BIG_INTEGER, DECIMAL, DOUBLE -> number(value);
            case LIST -> run.made(new ArrayList<>(elements(value)));
            case SET -> run.made(new LinkedHashSet<>(elements(value)));
            default -> throw refused(value);
        };
    }

    /** {@code value as Type}, which also reads numbers from texts and lists from letters. */
    Object as(Run run, Object value) {
        if (Kinds.isText(value)) {
            String read = value.toString();
            switch (this) {
                case INT, LONG, BIG_INTEGER, DECIMAL, DOUBLE:
                    run.letters(read.length());
                    return number(run, read);
                case LIST, SET, COLLECTION:
                    return cast(run, TextMethods.letters(run, read));
                default:
                    break;
            }
        }
        return cast(run, value);
    }

    private Object number(Run run, String read) {
        if (read.length() > 1_000) {
            throw new SpecFault("too-large", "A number of " + read.length() + " digits", "Use a smaller one.");
        }
        run.work(read.length());
        return switch (this) {
            case INT -> (Object) Integer.valueOf(read.trim());
            case LONG -> Long.valueOf(read.trim());
            case BIG_INTEGER -> new BigInteger(read.trim());
            case DECIMAL -> Numbers.decimal(read);
            default -> Double.valueOf(read.trim());
        };
    }

    private Object number(Object value) {
        if (!(value instanceof Number given)) {
            throw refused(value);
        }
        Number it = Arithmetic.bounded(given);
        return switch (this) {
            case INT -> (Object) it.intValue();
            case LONG -> it.longValue();
            case BIG_INTEGER -> Numbers.whole(it);
            case DECIMAL -> Numbers.decimal(it.toString());
            default -> it.doubleValue();
        };
    }

    private Collection<?> elements(Object value) {
        if (value instanceof Collection<?> it) {
            return it;
        }
        throw refused(value);
    }

    private SpecFault refused(Object value) {
        return new SpecFault(
                "wrong-type",
                names.get(0) + " cannot hold " + Kinds.of(value),
                "Convert it first, or declare it with def.");
    }
}
