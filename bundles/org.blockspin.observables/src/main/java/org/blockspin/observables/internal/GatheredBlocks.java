package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** Counts blocks of any size, site after site. */
final class GatheredBlocks implements BlockCounter {
    private final Lattice lattice;
    private final int b;
    private final Lattice blocks;
    private final int[] states;
    private final int[] sums;
    private int[] blockOfSite = {};

    GatheredBlocks(Lattice lattice, int b) {
        this.lattice = lattice;
        this.b = b;
        this.blocks = lattice.resized(
                lattice.cells().stream().map(extent -> extent / b).toList());
        this.states = new int[lattice.sites()];
        this.sums = new int[blocks.sites()];
    }

    @Override
    public void count(Configurations batch, int configuration, int[] counts) {
        if (blockOfSite.length == 0) {
            // here and not in the constructor, because planning makes measurements that never measure
            blockOfSite = IntStream.range(0, states.length).map(this::block).toArray();
        }
        States.unpack(batch, configuration, states);
        Arrays.fill(sums, 0);
        for (int site = 0; site < states.length; site++) {
            sums[blockOfSite[site]] += states[site];
        }
        Arrays.fill(counts, 0);
        for (int sum : sums) {
            counts[sum]++;
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
