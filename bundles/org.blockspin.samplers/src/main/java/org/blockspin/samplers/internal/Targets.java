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

    /** While planning: what clusters of equal states need. */
    static void requireFerromagneticPotts(Sampler.Target target) {
        if (!target.model().isFerromagneticPotts()) {
            throw new InvalidParameterException(
                    "",
                    "a model whose bonds favour equal states and depend on nothing else, without field",
                    target.model().kind());
        }
    }

    /**
     * The probability that a bond between equal states joins them to a cluster, by the relation of {@link Neighbours}: 1 -
     * exp(-(E_unequal - E_equal)/T).
     */
    static double[] joiningProbabilities(Sampler.Target target) {
        double[] join = new double[2 * target.lattice().bondTypes()];
        for (int relation = 0; relation < join.length; relation++) {
            double cost = target.model().bondEnergy(relation / 2, 0, 1)
                    - target.model().bondEnergy(relation / 2, 0, 0);
            join[relation] = -StrictMath.expm1(-cost / target.temperature());
        }
        return join;
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
