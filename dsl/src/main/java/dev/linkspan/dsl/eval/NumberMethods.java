package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Arithmetic;
import dev.linkspan.dsl.value.SpecFault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Methods of numbers. */
final class NumberMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("times", 1, NumberMethods::times)
            .add("upto", 2, it -> count(it, 1))
            .add("downto", 2, it -> count(it, -1))
            .add("step", 3, NumberMethods::step)
            .add("abs", 0, it -> Arithmetic.absolute(self(it)))
            .add("intdiv", 1, it -> Arithmetic.wholeDivide(self(it), it.number(0)))
            .add("power", 1, it -> Arithmetic.power(self(it), it.number(0)))
            .add("plus", 1, it -> Sums.plus(it.run(), it.self(), it.value(0)))
            .add("minus", 1, it -> Sums.minus(it.run(), it.self(), it.value(0)))
            .add("multiply", 1, it -> Sums.times(it.run(), it.self(), it.value(0)))
            .add("div", 1, it -> Arithmetic.divide(self(it), it.number(0)))
            .add("remainder", 1, it -> Arithmetic.remainder(self(it), it.number(0)))
            .add("next", 0, it -> Arithmetic.add(self(it), 1))
            .add("previous", 0, it -> Arithmetic.subtract(self(it), 1))
            .add("round", 0, 1, NumberMethods::round)
            .add("intValue", 0, it -> self(it).intValue())
            .add("longValue", 0, it -> self(it).longValue())
            .add("toInteger", 0, it -> self(it).intValue())
            .add("toLong", 0, it -> self(it).longValue())
            .add("toDouble", 0, it -> self(it).doubleValue())
            .add("toBigInteger", 0, it -> Numbers.whole(self(it)))
            .add("toBigDecimal", 0, it -> Numbers.decimal(it.self().toString()));

    private NumberMethods() {}

    private static Number self(Call call) {
        return Arithmetic.bounded((Number) call.self());
    }

    private static Object times(Call call) {
        var closure = call.closure(0);
        for (int i = 0; i < self(call).intValue(); i++) {
            closure.call(call.run(), i);
        }
        return null;
    }

    private static Object count(Call call, int step) {
        var closure = call.closure(1);
        Number last = call.number(0);
        if (Arithmetic.compare(self(call), last) * step > 0) {
            throw new SpecFault(
                    "wrong-values",
                    self(call) + "." + call.name() + "(" + last + ") goes the wrong way",
                    "upto counts up and downto counts down.");
        }
        for (Number i = self(call); Arithmetic.compare(i, last) * step <= 0; i = Arithmetic.add(i, step)) {
            closure.call(call.run(), i);
        }
        return null;
    }

    private static Object step(Call call) {
        var closure = call.closure(2);
        Number last = call.number(0);
        Number step = call.number(1);
        int direction = Arithmetic.compare(step, 0);
        if (direction == 0 || Arithmetic.compare(last, self(call)) * direction < 0) {
            throw new SpecFault("wrong-values", "step never gets there", "For example 0.step(10, 2) { … }.");
        }
        for (Number i = self(call); Arithmetic.compare(i, last) * direction < 0; i = Arithmetic.add(i, step)) {
            closure.call(call.run(), i);
        }
        return null;
    }

    private static Object round(Call call) {
        int digits = call.has(0) ? call.integer(0) : 0;
        if (self(call) instanceof BigDecimal it && Math.abs(digits) < 1_000) {
            return it.setScale(digits, RoundingMode.HALF_UP);
        }
        if (self(call) instanceof Double it && !call.has(0)) {
            return Math.round(it);
        }
        if (self(call) instanceof Double it && Math.abs(digits) < 1_000) {
            return new BigDecimal(it.toString(), MathContext.UNLIMITED)
                    .setScale(digits, RoundingMode.HALF_UP)
                    .doubleValue();
        }
        throw new SpecFault("bad-operand", "round fits decimals", "Whole numbers are round already.");
    }
}
