package dev.linkspan.dsl.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.codehaus.groovy.runtime.typehandling.NumberMath;

/**
 * Groovy's arithmetic by Groovy's own tables of number kinds, with a bound on how long a number may grow. Whole numbers of
 * 32 and 64 bits wrap around; a division gives a decimal.
 */
public final class Arithmetic {

    private static final int MOST_BITS = 32_768;
    private static final int MOST_DIGITS = 10_000;

    private Arithmetic() {}

    public static Number add(Number one, Number other) {
        return bounded(NumberMath.add(bounded(one), bounded(other)));
    }

    public static Number subtract(Number one, Number other) {
        return bounded(NumberMath.subtract(bounded(one), bounded(other)));
    }

    public static Number multiply(Number one, Number other) {
        return bounded(NumberMath.multiply(bounded(one), bounded(other)));
    }

    /** @throws SpecFault for a division by zero */
    public static Number divide(Number one, Number other) {
        return bounded(NumberMath.divide(bounded(one), bounded(divisor(other))));
    }

    /** The remainder, with the sign of the dividend. */
    public static Number remainder(Number one, Number other) {
        return bounded(NumberMath.remainder(bounded(one), bounded(divisor(other))));
    }

    /** The whole part of a division of whole numbers. */
    public static Number wholeDivide(Number one, Number other) {
        if (isFraction(one) || isFraction(other)) {
            throw new SpecFault("bad-operand", "intdiv divides whole numbers only", "Use / for decimals.");
        }
        return bounded(NumberMath.intdiv(one, divisor(other)));
    }

    public static Number negate(Number one) {
        return NumberMath.unaryMinus(one);
    }

    public static Number absolute(Number one) {
        return NumberMath.abs(one);
    }

    public static int compare(Number one, Number other) {
        return NumberMath.compareTo(bounded(one), bounded(other));
    }

    public static Number and(Number one, Number other) {
        return NumberMath.and(whole(one), whole(other));
    }

    public static Number or(Number one, Number other) {
        return NumberMath.or(whole(one), whole(other));
    }

    public static Number xor(Number one, Number other) {
        return NumberMath.xor(whole(one), whole(other));
    }

    public static Number bitwiseNegate(Number one) {
        return NumberMath.bitwiseNegate(whole(one));
    }

    public static Number leftShift(Number one, Number by) {
        if (one instanceof BigInteger && by.longValue() > MOST_BITS) {
            throw tooLong();
        }
        return bounded(NumberMath.leftShift(whole(one), whole(by)));
    }

    public static Number rightShift(Number one, Number by) {
        if (one instanceof BigInteger && by.longValue() < -MOST_BITS) {
            throw tooLong();
        }
        return bounded(NumberMath.rightShift(whole(one), whole(by)));
    }

    /** {@code one ** other}: a whole number while the exponent is one, in the smallest kind that holds it. */
    public static Number power(Number one, Number other) {
        if (other instanceof Integer exponent && exponent >= 0 && !isFloating(one)) {
            if ((long) bits(one) * exponent > MOST_BITS * 2L) {
                throw tooLong();
            }
            return one instanceof BigDecimal it
                    ? bounded(it.pow(exponent))
                    : narrowed(one, new BigInteger(one.toString()).pow(exponent));
        }
        double answer = Math.pow(one.doubleValue(), other.doubleValue());
        if (answer == (int) answer) {
            return (int) answer;
        }
        return answer == (long) answer ? (Number) (long) answer : (Number) answer;
    }

    private static Number narrowed(Number base, BigInteger answer) {
        if (base instanceof BigInteger) {
            return bounded(answer);
        }
        if (base instanceof Integer && answer.bitLength() < 32) {
            return answer.intValue();
        }
        return base instanceof Long && answer.bitLength() < 64 ? (Number) answer.longValue() : bounded(answer);
    }

    public static boolean isFloating(Number it) {
        return it instanceof Double || it instanceof Float;
    }

    public static boolean isFraction(Number it) {
        return isFloating(it) || it instanceof BigDecimal;
    }

    private static int bits(Number it) {
        if (it instanceof BigDecimal decimal) {
            return Math.max(decimal.unscaledValue().bitLength(), Math.abs(decimal.scale()) * 4);
        }
        return it instanceof BigInteger whole
                ? whole.bitLength()
                : 64 - Long.numberOfLeadingZeros(Math.abs(it.longValue()));
    }

    private static Number whole(Number it) {
        if (isFraction(it)) {
            throw new SpecFault(
                    "bad-operand", "Bits belong to whole numbers, and " + it + " is a decimal", "Use whole numbers.");
        }
        return it;
    }

    private static Number divisor(Number it) {
        boolean isZero = it instanceof BigDecimal decimal ? decimal.signum() == 0 : it.doubleValue() == 0;
        if (isZero && !isFloating(it)) {
            throw new SpecFault("division-by-zero", "A division by zero", "Check the divisor first.");
        }
        return it;
    }

    /** The number itself, unless it is so long that reckoning with it would take long. */
    public static Number bounded(Number it) {
        boolean isLong = it instanceof BigInteger whole && whole.bitLength() > MOST_BITS
                || it instanceof BigDecimal decimal
                        && (Math.abs((long) decimal.scale()) > MOST_DIGITS
                                || decimal.unscaledValue().bitLength() > MOST_BITS);
        if (isLong) {
            throw tooLong();
        }
        return it;
    }

    private static SpecFault tooLong() {
        return new SpecFault("too-large", "A number of more than " + MOST_DIGITS + " digits", "Use smaller numbers.");
    }
}
