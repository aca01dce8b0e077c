package org.example.cubic;

import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** How often each target of a window was up, by the state of the window. */
final class Frequencies {
    private final Cubes cubes;
    private final long[] windows;
    private final long[] ups;

    Frequencies(Cubes cubes) {
        this.cubes = cubes;
        this.windows = new long[cubes.codes()];
        this.ups = new long[cubes.codes() * cubes.sites()];
    }

    /** Counts all windows of pairs of configurations. */
    void count(Configurations coarse, Configurations fine) {
        Lattice lattice = coarse.lattice();
        for (int site = 0; site < lattice.sites(); site++) {
            int[] codes = cubes.codes(coarse, lattice.cell(site));
            int[] targets = cubes.targets(fine.lattice(), lattice.cell(site));
            for (int c = 0; c < codes.length; c++) {
                windows[codes[c]]++;
                for (int t = 0; t < targets.length; t++) {
                    ups[codes[c] * targets.length + t] += fine.state(c, targets[t]);
                }
            }
        }
    }

    /** The probability of up at {@code window * targets + target}, by the rule of succession: 1/2 where nothing was seen. */
    float[] up() {
        float[] up = new float[ups.length];
        for (int i = 0; i < up.length; i++) {
            up[i] = (float) ((ups[i] + 1.0) / (windows[i / cubes.sites()] + 2.0));
        }
        return up;
    }
}
