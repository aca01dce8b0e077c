package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;

/**
 * Flips clusters of Fortuin and Kasteleyn in all replicas: bonds between equal spins are activated with probability
 * 1 - exp(-2K), K = J/T, and every cluster of active bonds that holds one of a few random sites is turned over.
 *
 * <p>The sites are the same in all replicas. Which clusters are turned over is then decided without regard to the spins,
 * so that in every replica the joint distribution of spins and bonds stays what it was (Edwards and Sokal 1988).
 *
 * <p>Few sites, the more the larger the lattice, mix a square lattice up to its correlation length best. Where the lattice
 * holds many correlated areas, they are too few, and many are too many as soon as they hit every large cluster, which is
 * then never turned relative to the others: so the number is doubled a random number of times in every step.
 */
final class ClusterStep implements Update {
    private final Grid grid;
    private final Kernels kernels;
    private final int fewestSeeds;
    private final int doublings;
    private final Bernoulli active;
    private final Corrections correct;
    private final Lanes lanes;
    private final long[] mask;
    private final long[] right;
    private final long[] down;
    private final long[] cluster;
    /** Rows whose neighbour above has changed since. */
    private final boolean[] fromAbove;
    /** Rows whose neighbour below has changed since. */
    private final boolean[] fromBelow;
    /** Rows along which something may be left to join. */
    private final boolean[] open;

    ClusterStep(Grid grid, double coupling, Kernels kernels) {
        this.grid = grid;
        this.kernels = kernels;
        this.fewestSeeds = fewestSeeds(grid);
        this.doublings = doublings(grid, coupling);
        this.active = Bernoulli.of(-StrictMath.expm1(-2 * coupling));
        int bondsOfRow = 2 * grid.columns();
        this.correct = new Corrections(active, bondsOfRow);
        this.lanes = new Lanes(bondsOfRow);
        this.mask = new long[bondsOfRow * Grid.WORDS];
        this.right = new long[grid.words()];
        this.down = new long[grid.words()];
        this.cluster = new long[grid.words()];
        this.fromAbove = new boolean[grid.rows()];
        this.fromBelow = new boolean[grid.rows()];
        this.open = new boolean[grid.rows()];
    }

    /** Measured at the critical temperature to mix square lattices from 16x16 to 256x256 best. */
    private static int fewestSeeds(Grid grid) {
        double extent = Math.min(grid.rows(), grid.columns());
        return (int) Math.max(2, Math.round(StrictMath.sqrt(extent) / 2));
    }

    /**
     * How often the number of seeds may double: up to half the number of correlated areas. Above the critical temperature
     * the correlation length along an axis is 1 / (log coth K - 2K) (Onsager 1944); below, and on narrow lattices,
     * domains are as wide as the lattice.
     */
    static int doublings(Grid grid, double coupling) {
        double mass = -StrictMath.log(StrictMath.tanh(coupling)) - 2 * coupling;
        double length = Math.min(grid.rows(), grid.columns());
        if (mass > 0) {
            length = Math.max(1, Math.min(length, 1 / mass));
        }
        double areas = grid.sites() / (length * length);
        return Math.max(0, Math.getExponent(areas / (2 * fewestSeeds(grid))));
    }

    @Override
    public void begin(RandomStream random) {
        lanes.seed(random);
    }

    @Override
    public void apply(long[] spins, RandomStream random, Progress progress) {
        activate(spins, random, progress);
        seed(random);
        grow(progress);
        flip(spins, cluster);
    }

    private void activate(long[] spins, RandomStream random, Progress progress) {
        for (int row = 0; row < grid.rows(); row++) {
            progress.checkCancelled();
            kernels.draw(lanes, active.ladder(), mask);
            correct.apply(mask, random);
            kernels.bonds(spins, row, mask, right, down);
        }
    }

    private void seed(RandomStream random) {
        int seeds = fewestSeeds << random.nextInt(doublings + 1);
        for (int i = 0; i < seeds; i++) {
            int row = random.nextInt(grid.rows());
            int site = grid.site(row, random.nextInt(grid.columns()));
            Arrays.fill(cluster, site, site + Grid.WORDS, -1);
            open[row] = true;
        }
    }

    /** Down and up the rows until nothing joins any more. */
    private void grow(Progress progress) {
        boolean again = true;
        while (again) {
            progress.checkCancelled();
            again = false;
            for (int row = 0; row < grid.rows(); row++) {
                if (fromAbove[row] || open[row]) {
                    close(row, true);
                    fromAbove[row] = false;
                    again = true;
                }
            }
            for (int row = grid.rows() - 1; row >= 0; row--) {
                if (fromBelow[row] || open[row]) {
                    close(row, false);
                    fromBelow[row] = false;
                    again = true;
                }
            }
        }
    }

    private void close(int row, boolean above) {
        boolean closed = !open[row];
        int found = kernels.close(cluster, right, down, row, above, closed);
        open[row] = (found & Kernels.OPEN) != 0;
        if (!closed || (found & Kernels.CHANGED) != 0) {
            fromAbove[row + 1 < grid.rows() ? row + 1 : 0] = true;
            fromBelow[row > 0 ? row - 1 : grid.rows() - 1] = true;
        }
    }

    /** Flips what has joined, and leaves the cluster empty for the next step. Hot. */
    private static void flip(long[] spins, long[] cluster) {
        for (int i = 0; i < spins.length; i++) {
            spins[i] ^= cluster[i];
            cluster[i] = 0;
        }
    }
}
