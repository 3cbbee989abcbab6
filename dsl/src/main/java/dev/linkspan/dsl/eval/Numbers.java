package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Arithmetic;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Conversions between kinds of numbers, each bounded. */
final class Numbers {

    private Numbers() {}

    static BigDecimal decimal(String read) {
        return (BigDecimal) Arithmetic.bounded(new BigDecimal(read.trim()));
    }

    static BigInteger whole(Number value) {
        return Arithmetic.isFraction(value)
                ? decimal(value.toString()).toBigInteger()
                : new BigInteger(value.toString());
    }
}
