package org.blockspin.figures.internal.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis. */
final class Ticks {
    private static final int FEWEST = 4;
    private static final int MOST = 8;

    private Ticks() {}

    /** The multiples of a round step from low to high, ascending, with the finest step that gives no more than {@code most}. */
    static List<BigDecimal> linear(double low, double high, int most) {
        int scale = 1 - (int) StrictMath.floor(StrictMath.log10(high - low));
        List<BigDecimal> ticks = List.of();
        for (String step : new String[] {"1", "2", "5", "1E+1", "2E+1", "5E+1", "1E+2"}) {
            ticks = multiples(low, high, new BigDecimal(step).movePointLeft(scale));
            if (ticks.size() <= most) {
                break;
            }
        }
        return ticks;
    }

    /**
     * Four to eight round numbers from low to high where there are, ascending, also for a range much less than a decade;
     * 0 &lt; low &lt; high.
     */
    static List<BigDecimal> logarithmic(double low, double high) {
        List<BigDecimal> best = List.of();
        for (List<BigDecimal> ticks : candidates(low, high)) {
            if (ticks.size() >= FEWEST && ticks.size() <= MOST) {
                return ticks;
            }
            if (ticks.size() <= MOST && ticks.size() > best.size()) {
                best = ticks;
            }
        }
        return best;
    }

    /** A number as an axis shows it. */
    static String label(BigDecimal tick) {
        if (tick.signum() < 0) {
            return "\u2212" + label(tick.negate());
        }
        if (tick.signum() == 0) {
            return "0";
        }
        boolean plain = tick.compareTo(new BigDecimal("1e5")) < 0 && tick.compareTo(new BigDecimal("1e-4")) >= 0;
        return plain ? tick.toPlainString() : exponential(tick.stripTrailingZeros());
    }

    private static String exponential(BigDecimal tick) {
        int exponent = tick.precision() - tick.scale() - 1;
        return tick.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** From coarse to fine. */
    private static List<List<BigDecimal>> candidates(double low, double high) {
        List<List<BigDecimal>> candidates = new ArrayList<>();
        candidates.add(decades(low, high, "1"));
        candidates.add(decades(low, high, "1", "3"));
        candidates.add(decades(low, high, "1", "2", "5"));
        int scale = 1 - (int) StrictMath.floor(StrictMath.log10(high - low));
        for (String step : new String[] {"10", "5", "2", "1"}) {
            candidates.add(multiples(low, high, new BigDecimal(step).movePointLeft(scale)));
        }
        return candidates;
    }

    private static List<BigDecimal> decades(double low, double high, String... mantissas) {
        List<BigDecimal> ticks = new ArrayList<>();
        int last = (int) StrictMath.floor(StrictMath.log10(high));
        for (int decade = (int) StrictMath.floor(StrictMath.log10(low)); decade <= last; decade++) {
            for (String mantissa : mantissas) {
                BigDecimal tick = new BigDecimal(mantissa).movePointRight(decade);
                if (tick.doubleValue() >= low && tick.doubleValue() <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static List<BigDecimal> multiples(double low, double high, BigDecimal step) {
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick =
                BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; tick.doubleValue() <= high; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }
}
