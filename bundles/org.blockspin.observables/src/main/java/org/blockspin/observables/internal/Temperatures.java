package org.blockspin.observables.internal;

import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Observable.Subject;

/** What response functions divide by. */
final class Temperatures {
    private Temperatures() {}

    /**
     * The temperature of the ensemble.
     *
     * @throws InvalidParameterException if it has none
     */
    static double of(Subject subject) {
        return subject.temperature()
                .orElseThrow(() -> new InvalidParameterException(
                        "", "an ensemble with a temperature", "an ensemble that has none"));
    }
}
