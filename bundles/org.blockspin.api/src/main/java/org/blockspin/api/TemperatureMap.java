package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Knows which temperature a coarse-grained configuration seems to have: T to T~ of one RG step, and back. */
@ConsumerType
public interface TemperatureMap<P extends Record> extends Plugin<P, TemperatureMap.Step, TemperatureMap.Mapping> {
    /** The RG step: a model and the rule. */
    record Step(Model model, BlockRule rule) {}

    /** The map and its inverse, of temperatures in units of J / k_B, greater than 0. Thread-safe. */
    @ConsumerType
    interface Mapping {
        /**
         * T~ of configurations at T after coarse-graining (Efthymiou et al. 2019, Eq. 5 in one dimension).
         *
         * @throws IllegalArgumentException outside the range where the map is known, which the message names
         */
        double coarseGrained(double temperature);

        /** T of configurations at T~ after super-resolution: the inverse of {@link #coarseGrained}. */
        double superResolved(double temperature);
    }
}
