package org.blockspin.samplers.internal;

import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;

/**
 * The neighbours of every site in flat arrays, shared and not copied, for the inner loops of samplers.
 *
 * <p>Neighbours of site i are entries {@code start[i]} to {@code start[i + 1]} of {@code site}, in an order that is the
 * same for all sites with one basis index. Entry k stands in {@code relation[k]} to its site: {@code 2 * type} if the
 * site is the first end of the bond, {@code 2 * type + 1} if it is the second. A bond that joins a site with itself
 * (on an array with an extent of 1) is no neighbour; its type is listed in {@link #ownTypes}.
 */
final class Neighbours {
    final int[] start;
    final int[] site;
    final int[] relation;
    private final List<List<Integer>> ownTypes = new ArrayList<>();

    Neighbours(Lattice lattice) {
        List<List<Step>> steps = new ArrayList<>();
        for (int b = 0; b < lattice.basis(); b++) {
            steps.add(steps(lattice, b));
            ownTypes.add(ownTypes(lattice, b));
        }
        int perCell = steps.stream().mapToInt(List::size).sum();
        start = new int[lattice.sites() + 1];
        site = new int[Math.multiplyExact(lattice.cellCount(), perCell)];
        relation = new int[site.length];
        int next = 0;
        for (int i = 0; i < lattice.sites(); i++) {
            for (Step step : steps.get(i % lattice.basis())) {
                site[next] = lattice.translated(i, step.shift, step.basisIndex);
                relation[next++] = step.relation;
            }
            start[i + 1] = next;
        }
    }

    /** Types of the bonds that join a site of this basis index with itself. */
    List<Integer> ownTypes(int basisIndex) {
        return ownTypes.get(basisIndex);
    }

    /** Number of neighbours of a site of this basis index. */
    int count(int basisIndex) {
        return start[basisIndex + 1] - start[basisIndex];
    }

    private record Step(List<Integer> shift, int basisIndex, int relation) {}

    private static List<Step> steps(Lattice lattice, int basisIndex) {
        List<Step> steps = new ArrayList<>();
        for (Bond bond : lattice.bonds()) {
            if (isOwn(lattice, bond)) {
                continue;
            }
            if (bond.from() == basisIndex) {
                steps.add(new Step(bond.shift(), bond.to(), 2 * bond.type()));
            }
            if (bond.to() == basisIndex) {
                List<Integer> back = bond.shift().stream().map(d -> -d).toList();
                steps.add(new Step(back, bond.from(), 2 * bond.type() + 1));
            }
        }
        return steps;
    }

    private static List<Integer> ownTypes(Lattice lattice, int basisIndex) {
        return lattice.bonds().stream()
                .filter(bond -> bond.from() == basisIndex && isOwn(lattice, bond))
                .map(Bond::type)
                .toList();
    }

    private static boolean isOwn(Lattice lattice, Bond bond) {
        return bond.from() == bond.to() && lattice.translated(bond.from(), bond.shift(), bond.to()) == bond.from();
    }
}
