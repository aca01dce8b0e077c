package org.blockspin.api;

import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that may know the critical temperature of a model on a lattice; a new lattice brings its own. */
@ConsumerType
public interface CriticalPoint {
    /** Critical temperature in the limit of infinite size, in units of J / k_B, or empty where this service knows none. */
    OptionalDouble temperature(Model model, Lattice lattice);
}
