package org.blockspin.samplers.internal.replicas;

import java.util.List;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;

/**
 * One Metropolis sweep: first the sites of one colour of the checkerboard, then those of the other. With K = J/T a flip
 * that costs energy is accepted with probability exp(-4K) where one neighbour is opposite, exp(-8K) where none is.
 *
 * <p>Where nearly every flip is accepted, a sweep would do little but invert what was there: at high temperature only
 * half of the sites, drawn anew for every replica, are tried.
 */
final class MetropolisSweep implements Update {
    /** Coupling K up to which half of the sites are tried: T = 6 and more. */
    private static final double WEAK = 1.0 / 6;

    /**
     * Up to this number of sites, half of the sites are tried at any temperature. Where every site has two neighbours of
     * each kind, as in stripes, all sites would be turned over for certain, and the replica would come back to where it was
     * for ever. These states (36 of 4x4) weigh nothing on larger lattices.
     */
    private static final int FEW_SITES = 24;

    private static final Ladder HALF = new Ladder(1, 1);

    private final Grid grid;
    private final Kernels kernels;
    private final boolean triesHalf;
    private final Bernoulli one;
    private final Bernoulli none;
    private final Corrections correctOne;
    private final Corrections correctNone;
    private final Lanes lanes;
    private final long[] acceptOne;
    private final long[] acceptNone;
    /** The sites at hand before they were tried. */
    private final long[] before;

    MetropolisSweep(Grid grid, double coupling, Kernels kernels) {
        this.grid = grid;
        this.kernels = kernels;
        this.triesHalf = coupling <= WEAK || grid.sites() <= FEW_SITES;
        List<Bernoulli> accept =
                Bernoulli.together(List.of(StrictMath.exp(-4 * coupling), StrictMath.exp(-8 * coupling)));
        this.one = accept.get(0);
        this.none = accept.get(1);
        int sites = grid.rowsAtOnce() * grid.half();
        this.correctOne = new Corrections(one, sites);
        this.correctNone = new Corrections(none, sites);
        this.lanes = new Lanes(sites);
        this.acceptOne = new long[sites * Grid.WORDS];
        this.acceptNone = new long[acceptOne.length];
        this.before = new long[triesHalf ? acceptOne.length : 0];
    }

    @Override
    public void begin(RandomStream random) {
        lanes.seed(random);
    }

    @Override
    public void apply(long[] spins, RandomStream random, Progress progress) {
        for (int colour = 0; colour < 2; colour++) {
            for (int row = 0; row < grid.rows(); row += grid.rowsAtOnce()) {
                progress.checkCancelled();
                if (triesHalf) {
                    tryHalf(spins, row, colour, random);
                } else {
                    tryAll(spins, row, colour, random);
                }
            }
        }
    }

    private void tryAll(long[] spins, int row, int colour, RandomStream random) {
        kernels.draw(lanes, one.ladder(), none.ladder(), acceptOne, acceptNone);
        correctOne.apply(acceptOne, random);
        correctNone.apply(acceptNone, random);
        kernels.metropolis(spins, row, colour, acceptOne, acceptNone);
    }

    /** Takes back what was not to be tried: which sites that are is independent of the spins. */
    private void tryHalf(long[] spins, int row, int colour, RandomStream random) {
        copy(spins, row, colour);
        tryAll(spins, row, colour, random);
        long[] tried = acceptOne;
        kernels.draw(lanes, HALF, tried);
        int n = grid.half() * Grid.WORDS;
        for (int r = 0; r < grid.rowsAtOnce(); r++) {
            int at = grid.site(row + r, (row + r + colour) & 1);
            for (int i = 0; i < n; i++) {
                long changed = spins[at + i] ^ before[r * n + i];
                spins[at + i] ^= changed & ~tried[r * n + i];
            }
        }
    }

    private void copy(long[] spins, int row, int colour) {
        int n = grid.half() * Grid.WORDS;
        for (int r = 0; r < grid.rowsAtOnce(); r++) {
            System.arraycopy(spins, grid.site(row + r, (row + r + colour) & 1), before, r * n, n);
        }
    }
}
