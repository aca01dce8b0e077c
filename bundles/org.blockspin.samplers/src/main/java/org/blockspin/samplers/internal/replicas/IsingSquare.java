package org.blockspin.samplers.internal.replicas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Sampler;

/**
 * What the replicas can simulate: two states without a field on a square lattice of even extents, all bonds alike.
 *
 * <p>An antiferromagnet on such a lattice is a ferromagnet whose sites of one colour of the checkerboard are inverted.
 *
 * @param grid the lattice
 * @param coupling |K| = |J|/T, at least 0
 * @param staggered whether the sites of one colour are inverted
 */
public record IsingSquare(Grid grid, double coupling, boolean staggered) {
    private static final Set<List<Integer>> STEPS = Set.of(List.of(1, 0), List.of(0, 1));

    /** What a target is, if it is that. */
    public static Optional<IsingSquare> of(Sampler.Target target) {
        return isSquare(target.lattice()) && isIsing(target.model(), target.lattice())
                ? Optional.of(create(target))
                : Optional.empty();
    }

    private static IsingSquare create(Sampler.Target target) {
        List<Integer> extents = target.lattice().cells();
        int type = target.lattice().bonds().get(0).type();
        double cost = target.model().bondEnergy(type, 0, 1) - target.model().bondEnergy(type, 0, 0);
        double coupling = Math.abs(cost) / 2 / target.temperature();
        return new IsingSquare(new Grid(extents.get(0), extents.get(1)), coupling, cost < 0);
    }

    private static boolean isSquare(Lattice lattice) {
        List<List<Integer>> shifts =
                lattice.bonds().stream().map(Lattice.Bond::shift).toList();
        return lattice.basis() == 1
                && shifts.size() == 2
                && STEPS.equals(new HashSet<>(shifts))
                && lattice.cells().stream().allMatch(extent -> extent >= 4 && extent % 2 == 0)
                && lattice.sites() <= Integer.MAX_VALUE / Grid.WORDS;
    }

    private static boolean isIsing(Model model, Lattice lattice) {
        if (model.states() != 2
                || !model.siteEnergies().get(0).equals(model.siteEnergies().get(1))) {
            return false;
        }
        List<List<Double>> energies =
                model.bondEnergies().get(lattice.bonds().get(0).type());
        return lattice.bonds().stream()
                        .allMatch(bond -> model.bondEnergies().get(bond.type()).equals(energies))
                && energies.get(0).get(0).equals(energies.get(1).get(1))
                && energies.get(0).get(1).equals(energies.get(1).get(0));
    }
}
