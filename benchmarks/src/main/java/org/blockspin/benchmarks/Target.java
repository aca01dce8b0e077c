package org.blockspin.benchmarks;

import java.util.Optional;

/**
 * What is expected of a number.
 *
 * @param what the number is, as in {@code ns/site}, or "" where there is no doubt
 * @param atLeast whether it should be at least the bound, else at most
 * @param bound in the unit of the number
 */
record Target(String what, boolean atLeast, double bound) {
    static Target atLeast(double bound) {
        return new Target("", true, bound);
    }

    static Target atMost(double bound) {
        return new Target("", false, bound);
    }

    Target of(String quantity) {
        return new Target(quantity, atLeast, bound);
    }

    /** The target, and whether it is met, where there is a number. */
    String judged(Optional<Double> value) {
        String text = (what + " " + (atLeast ? ">= " : "<= ") + Numbers.exact(bound)).trim();
        return value.map(number -> text + (isMet(number) ? ": met" : ": missed"))
                .orElse(text);
    }

    private boolean isMet(double value) {
        return atLeast ? value >= bound : value <= bound;
    }
}
