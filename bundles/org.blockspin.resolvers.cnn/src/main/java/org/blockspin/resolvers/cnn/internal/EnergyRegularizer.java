package org.blockspin.resolvers.cnn.internal;

import java.util.Optional;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/**
 * The term gamma |E(sigma) - E(p)|^2 that Efthymiou, Beach and Melko (2019) add to the loss, Sec. II A.
 *
 * <p>Ours is gamma times the mean over configurations of (e(sigma) - e(p))^2, with energies a site in units of J and e(p)
 * that of the mean spins 2p - 1: beside the cross-entropy a site, it weighs the same on lattices of all sizes. Given the
 * coarse configuration, spins are drawn independently of each other, so that e(p) is the mean energy of what will be
 * drawn. The paper says neither whether E is of a site nor what the energy of probabilities is; that each configuration
 * is compared with its own target, it does say.
 *
 * @param gamma more than 0
 * @param energy on the lattice of the targets
 */
record EnergyRegularizer(double gamma, SiteEnergy energy) {
    /** None if its weight is 0. */
    static Optional<EnergyRegularizer> of(Cnn.Parameters parameters, Model model, Lattice fine) {
        return parameters.energyRegularizer() > 0
                ? Optional.of(new EnergyRegularizer(parameters.energyRegularizer(), new SiteEnergy(model, fine)))
                : Optional.empty();
    }
}
