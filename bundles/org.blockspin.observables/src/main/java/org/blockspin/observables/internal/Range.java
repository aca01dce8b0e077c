package org.blockspin.observables.internal;

import java.util.Collection;
import java.util.Collections;

/** The least and the greatest value that a quantity can have. */
record Range(double least, double greatest) {
    static Range of(Collection<Double> values) {
        return new Range(Collections.min(values), Collections.max(values));
    }

    Range plus(Range other) {
        return new Range(least + other.least, greatest + other.greatest);
    }
}
