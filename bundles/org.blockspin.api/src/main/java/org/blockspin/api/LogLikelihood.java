package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A resolver that can say how probable a fine configuration is, given the coarse one. Thread-safe. */
@ConsumerType
public interface LogLikelihood {
    /** Writes ln P(fine | coarse) of every pair of configurations of the same number. */
    void logLikelihood(Configurations coarse, Configurations fine, double[] out);
}
