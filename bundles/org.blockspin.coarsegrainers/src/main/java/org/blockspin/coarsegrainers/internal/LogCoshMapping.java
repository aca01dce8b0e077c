package org.blockspin.coarsegrainers.internal;

import org.blockspin.api.TemperatureMap;

/** T~ = a / ln cosh(b / T), T = b / arcosh(exp(a / T~)). */
record LogCoshMapping(double a, double b) implements TemperatureMap.Mapping {
    private static final double LN_2 = StrictMath.log(2);

    @Override
    public double coarseGrained(double temperature) {
        return a / logCosh(b / temperature);
    }

    @Override
    public double superResolved(double temperature) {
        return b / arcoshExp(a / temperature);
    }

    /** ln cosh x for x > 0, neither cancelling at small x nor overflowing at large x. */
    private static double logCosh(double x) {
        if (x < 1) {
            double sinh = StrictMath.sinh(x / 2);
            return StrictMath.log1p(2 * sinh * sinh);
        }
        return x + (StrictMath.log1p(StrictMath.exp(-2 * x)) - LN_2);
    }

    /** arcosh(e^y) = ln(e^y + sqrt(e^2y - 1)) for y > 0, with e^y taken out of the logarithm. */
    private static double arcoshExp(double y) {
        return y + StrictMath.log1p(Math.sqrt(-StrictMath.expm1(-2 * y)));
    }
}
