package org.blockspin.api;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Measures configurations. An observable writes one row of numbers a configuration; its quantities are functions of the
 * means of these columns. Bins, jackknife and autocorrelation are the engine's.
 */
@ConsumerType
public interface Observable<P extends Record> extends Plugin<P, Observable.Subject, Observable.Measurement> {
    /** What is measured. */
    record Subject(Model model, Lattice lattice, OptionalDouble temperature) {}

    /**
     * A number to report.
     *
     * @param name unique among the quantities of a measurement; the same for every size, so that fits find it
     * @param ofMeans the quantity as a function of the column means
     */
    record Quantity(String name, ToDoubleFunction<double[]> ofMeans) {}

    /** Measures. Used by one thread at a time; the engine creates as many as it has threads. */
    @ConsumerType
    interface Measurement {
        /** Number of columns of a row. */
        int columns();

        /**
         * Writes a row for every configuration of the batch: {@code rows[configuration][column]}.
         *
         * @param batch consecutive configurations of the ensemble
         * @param first number in the ensemble of the first of them, for whoever compares with another ensemble
         * @param rows one row a configuration, to be overwritten
         */
        void measure(Configurations batch, long first, double[][] rows);

        List<Quantity> quantities();
    }
}
