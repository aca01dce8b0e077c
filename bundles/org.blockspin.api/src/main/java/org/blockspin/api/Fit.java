package org.blockspin.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Fits parameters to quantities that were measured on several ensembles. */
@ConsumerType
public interface Fit<P extends Record> extends Plugin<P, List<Fit.Point>, Fit.Fitted> {
    /**
     * One ensemble that was measured.
     *
     * @param ensemble name of the step that made its configurations
     * @param subject model, lattice and temperature
     * @param depth see {@link Ensemble#depth()}
     * @param quantities names of its quantities
     */
    record Point(String ensemble, Observable.Subject subject, int depth, List<String> quantities) {
        public Point {
            quantities = List.copyOf(quantities);
        }

        /** A point that does not say which step made its configurations. */
        public Point(Observable.Subject subject, int depth, List<String> quantities) {
            this("", subject, depth, quantities);
        }
    }

    /** The fit itself: a pure function, called once for all data and once for every leave-one-out bin. Thread-safe. */
    @ConsumerType
    interface Fitted {
        /** Names of the numbers that {@link #fit} returns. */
        List<String> names();

        /**
         * Fits.
         *
         * @param values {@code values[point][quantity]}, in the order of the points and of their quantities
         * @param standardErrors their standard errors, the same in every call of one jackknife; use them as weights only
         */
        double[] fit(double[][] values, double[][] standardErrors);
    }
}
