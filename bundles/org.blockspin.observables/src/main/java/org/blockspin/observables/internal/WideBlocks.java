package org.blockspin.observables.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Counts blocks of up to 64 columns one after the other, a row of a block at a time. Hot; a test holds it to a readable
 * reference.
 */
final class WideBlocks implements BlockCounter {
    private final int[] firsts;
    private final int[] rowsOfBlock;
    private final long row;

    WideBlocks(Lattice lattice, int b) {
        this.firsts = BlockSites.firsts(lattice, b);
        this.rowsOfBlock = BlockSites.rows(lattice, b);
        this.row = -1L >>> -b;
    }

    @Override
    public void count(Configurations batch, double[][] rows) {
        long[] words = batch.words();
        for (int configuration = 0; configuration < batch.count(); configuration++) {
            Arrays.fill(rows[configuration], 0);
            int word = batch.wordOffset(configuration, 0);
            for (int first : firsts) {
                int up = 0;
                for (int distance : rowsOfBlock) {
                    up += Long.bitCount(States.bits(words, word, first + distance) & row);
                }
                rows[configuration][up]++;
            }
        }
    }
}
