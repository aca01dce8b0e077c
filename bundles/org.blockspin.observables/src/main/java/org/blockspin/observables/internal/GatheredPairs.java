package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** Counts pairs on any lattice with any number of states, by a table of the second site of every pair. */
final class GatheredPairs implements PairCounter {
    private final Lattice lattice;
    private final int states;
    private final List<Displacement> displacements;
    private final int[] unpacked;
    private int[][] seconds = {};

    GatheredPairs(Lattice lattice, int states, List<Displacement> displacements) {
        this.lattice = lattice;
        this.states = states;
        this.displacements = List.copyOf(displacements);
        this.unpacked = new int[lattice.sites()];
    }

    @Override
    public void count(Configurations batch, int configuration, int[][] counts) {
        if (seconds.length < displacements.size()) {
            // here and not in the constructor, because planning makes measurements that never measure
            seconds = displacements.stream().map(this::secondSites).toArray(int[][]::new);
        }
        States.unpack(batch, configuration, unpacked);
        for (int i = 0; i < seconds.length; i++) {
            Arrays.fill(counts[i], 0);
            count(displacements.get(i).from(), seconds[i], counts[i]);
        }
    }

    private int[] secondSites(Displacement displacement) {
        int[] second = new int[lattice.cellCount()];
        for (int cell = 0; cell < second.length; cell++) {
            second[cell] = lattice.translated(cell * lattice.basis(), displacement.shift(), displacement.to());
        }
        return second;
    }

    private void count(int from, int[] second, int[] counts) {
        int basis = lattice.basis();
        for (int cell = 0; cell < second.length; cell++) {
            counts[unpacked[cell * basis + from] * states + unpacked[second[cell]]]++;
        }
    }
}
