package org.blockspin.figures.internal.plot;

import java.math.BigDecimal;
import java.util.List;

/** How values become positions along an axis. */
public enum Scale {
    LINEAR {
        @Override
        boolean shows(double value) {
            return Double.isFinite(value);
        }

        @Override
        double transformed(double value) {
            return value;
        }

        @Override
        double value(double transformed) {
            return transformed;
        }

        @Override
        double smallestRange(double middle) {
            return middle == 0 ? 1 : 1e-3 * Math.abs(middle);
        }

        @Override
        List<BigDecimal> ticks(double low, double high, int most) {
            return Ticks.linear(low, high, most);
        }
    },

    LOGARITHMIC {
        @Override
        boolean shows(double value) {
            return value > 0 && Double.isFinite(value);
        }

        @Override
        double transformed(double value) {
            return StrictMath.log(value);
        }

        @Override
        double value(double transformed) {
            return StrictMath.exp(transformed);
        }

        @Override
        double smallestRange(double middle) {
            return 0.05;
        }

        @Override
        List<BigDecimal> ticks(double low, double high, int most) {
            return Ticks.logarithmic(low, high);
        }
    };

    /** Whether a value has a position. */
    abstract boolean shows(double value);

    /** Proportional to the position, up to a constant. */
    abstract double transformed(double value);

    /** The inverse of {@link #transformed}. */
    abstract double value(double transformed);

    /** The least difference of transformed values that an axis around this one spans. */
    abstract double smallestRange(double middle);

    /** Round values from low to high, about as many as there is room for. */
    abstract List<BigDecimal> ticks(double low, double high, int most);
}
