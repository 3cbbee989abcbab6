package dev.linkspan.dsl.eval;

import java.util.Arrays;
import java.util.Optional;

/** The operators between two values, by the sign that Groovy gives them. */
public enum Operation {
    PLUS("+") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.plus(run, left, right);
        }
    },
    MINUS("-") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.minus(run, left, right);
        }
    },
    TIMES("*") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.times(run, left, right);
        }
    },
    DIVIDE("/") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.numeric(this, left, right);
        }
    },
    REMAINDER("%") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.numeric(this, left, right);
        }
    },
    POWER("**") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.numeric(this, left, right);
        }
    },
    LEFT_SHIFT("<<") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.append(run, left, right);
        }
    },
    RIGHT_SHIFT(">>") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.numeric(this, left, right);
        }
    },
    BIT_AND("&") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.bits(run, this, left, right);
        }
    },
    BIT_OR("|") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.bits(run, this, left, right);
        }
    },
    BIT_XOR("^") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Sums.bits(run, this, left, right);
        }
    },
    EQUAL("==") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return run.equality().same(left, right);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return !run.equality().same(left, right);
        }
    },
    LESS("<") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return run.equality().order(left, right) < 0;
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return run.equality().order(left, right) <= 0;
        }
    },
    GREATER(">") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return run.equality().order(left, right) > 0;
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return run.equality().order(left, right) >= 0;
        }
    },
    ORDER("<=>") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Integer.signum(run.equality().order(left, right));
        }
    },
    IN("in") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Cases.matches(run, right, left);
        }
    },
    NOT_IN("!in") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return !Cases.matches(run, right, left);
        }
    },
    FIND("=~") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return Patterns.compile(run, right).matcher(Patterns.metered(run, left));
        }
    },
    MATCH("==~") {
        @Override
        Object apply(Run run, Object left, Object right) {
            return left != null
                    && Patterns.compile(run, right)
                            .matcher(Patterns.metered(run, left))
                            .matches();
        }
    };

    private final String sign;

    Operation(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public static Optional<Operation> signed(String sign) {
        return Arrays.stream(values()).filter(it -> it.sign.equals(sign)).findFirst();
    }

    abstract Object apply(Run run, Object left, Object right);

    /** {@code left sign right} */
    public record Binary(Operation operation, Term left, Term right, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object one = left.evaluate(run, scope);
            Object other = right.evaluate(run, scope);
            run.at(place);
            return operation.apply(run, one, other);
        }
    }

    /** {@code -a}, {@code +a}, {@code ~a} */
    public record Unary(String sign, Term term, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object value = term.evaluate(run, scope);
            run.at(place);
            return Sums.unary(run, sign, value);
        }
    }

    /** {@code a++}, {@code --a} and the like. */
    public record Stepping(Names.Target target, Term term, boolean isUp, boolean isBefore, Place place)
            implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object before = term.evaluate(run, scope);
            run.at(place);
            Object after = Sums.stepped(run, before, isUp);
            target.set(run, scope, after);
            return isBefore ? after : before;
        }
    }
}
