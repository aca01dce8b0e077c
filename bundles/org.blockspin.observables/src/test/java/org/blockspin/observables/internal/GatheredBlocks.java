package org.blockspin.observables.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** Counts blocks site after site: the reference for the fast counters. */
final class GatheredBlocks implements BlockCounter {
    private final Lattice lattice;
    private final int b;
    private final Lattice blocks;
    private final int[] states;
    private final int[] sums;

    GatheredBlocks(Lattice lattice, int b) {
        this.lattice = lattice;
        this.b = b;
        this.blocks = lattice.resized(
                lattice.cells().stream().map(extent -> extent / b).toList());
        this.states = new int[lattice.sites()];
        this.sums = new int[blocks.sites()];
    }

    @Override
    public void count(Configurations batch, double[][] rows) {
        for (int configuration = 0; configuration < batch.count(); configuration++) {
            States.unpack(batch, configuration, states);
            Arrays.fill(sums, 0);
            for (int site = 0; site < states.length; site++) {
                sums[block(site)] += states[site];
            }
            Arrays.fill(rows[configuration], 0);
            for (int sum : sums) {
                rows[configuration][sum]++;
            }
        }
    }

    private int block(int site) {
        int[] cell = lattice.cell(site);
        for (int d = 0; d < cell.length; d++) {
            cell[d] /= b;
        }
        return blocks.site(cell, 0);
    }
}
