package org.blockspin.samplers.internal;

import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Sampler;

/** What every sampler checks. */
public final class Targets {
    private Targets() {}

    /** While planning: the model must know every bond of the lattice, and the temperature must be one. */
    public static void requireConsistent(Sampler.Target target) {
        int types = target.lattice().bondTypes();
        int known = target.model().bondEnergies().size();
        if (known < types) {
            throw new InvalidParameterException("", "a model with energies of " + types + " bond types", known);
        }
        if (!(target.temperature() > 0)) {
            throw new InvalidParameterException("", "a temperature greater than 0", target.temperature());
        }
    }

    /** While planning: a number of sweeps or steps must be one. */
    public static void requirePositive(String parameter, Optional<Integer> number) {
        if (number.isPresent() && number.get() < 1) {
            throw new InvalidParameterException(parameter, "at least 1", number.get());
        }
    }

    /** While sampling: a mistake of the caller, not of a user. */
    public static void requireFits(Sampler.Target target, Configurations out) {
        if (!out.lattice().equals(target.lattice())
                || out.planes() != target.model().planes()) {
            throw new IllegalArgumentException("expected configurations of "
                    + target.lattice().kind() + " "
                    + target.lattice().sizeLabel() + " with " + target.model().planes() + " planes, found " + out
                    + " with " + out.planes());
        }
    }
}
