package org.blockspin.coarsegrainers.internal;

import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.RandomStream;

/**
 * A rule whose blocks are cubes of b cells in every dimension of a lattice with one site a cell: all but the decision
 * about the block spin. The coarse lattice is the fine one with extents divided by b.
 *
 * <p>Because b divides the extents no block wraps around, so that all blocks are one pattern of site numbers moved to
 * the block's first site.
 */
abstract class BlockedRule implements BlockRule {
    private final Lattice fine;
    private final Lattice coarse;
    private final int b;
    private final int[] pattern;

    /**
     * @param fine the fine lattice
     * @param b linear size of a block
     * @throws InvalidParameterException if the lattice has more than one site a cell, or cannot be divided
     */
    BlockedRule(Lattice fine, int b) {
        requireDivisible(fine, b);
        this.fine = fine;
        this.coarse =
                fine.resized(fine.cells().stream().map(extent -> extent / b).toList());
        this.b = b;
        this.pattern = pattern(fine, b);
    }

    private static void requireDivisible(Lattice fine, int b) {
        if (fine.basis() != 1) {
            throw new InvalidParameterException("", "a lattice with one site a cell", fine.basis() + " sites a cell");
        }
        if (fine.cells().stream().anyMatch(extent -> extent % b != 0)) {
            throw new InvalidParameterException("", "extents that are multiples of " + b, fine.sizeLabel());
        }
        if (fine.cells().stream().anyMatch(extent -> extent / b < 2)) {
            throw new InvalidParameterException("", "extents of at least " + 2 * b, fine.sizeLabel());
        }
    }

    /** Site numbers of the first block, ascending. */
    private static int[] pattern(Lattice fine, int b) {
        Lattice block = fine.resized(fine.cells().stream().map(extent -> b).toList());
        int[] pattern = new int[block.sites()];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = fine.site(block.cell(i), 0);
        }
        return pattern;
    }

    /** The same rule for a fine lattice of another size. */
    abstract BlockedRule resized(Lattice otherFine, int b);

    /**
     * Decides the state of a block spin.
     *
     * @param blockStates states of the sites of the block, in site order; not to be kept
     * @param random where a decision by lot comes from
     */
    abstract int blockSpin(int[] blockStates, RandomStream random);

    @Override
    public final Lattice fine() {
        return fine;
    }

    @Override
    public final Lattice coarse() {
        return coarse;
    }

    @Override
    public final double scaleFactor() {
        return b;
    }

    @Override
    public final BlockRule on(Lattice otherFine) {
        return resized(otherFine, b);
    }

    @Override
    public final int[] block(int coarseSite) {
        int first = firstSite(coarseSite);
        int[] sites = pattern.clone();
        for (int i = 0; i < sites.length; i++) {
            sites[i] += first;
        }
        return sites;
    }

    private int firstSite(int coarseSite) {
        int[] cell = coarse.cell(coarseSite);
        for (int d = 0; d < cell.length; d++) {
            cell[d] *= b;
        }
        return fine.site(cell, 0);
    }

    @Override
    public final void apply(Configurations fineSpins, Configurations coarseSpins, RandomStream random) {
        requireLattice(fine, fineSpins);
        requireLattice(coarse, coarseSpins);
        if (fineSpins.count() != coarseSpins.count() || fineSpins.planes() != coarseSpins.planes()) {
            throw new IllegalArgumentException("expected as many coarse configurations and planes as fine ones");
        }
        int[] firstSites = new int[coarse.sites()];
        for (int site = 0; site < firstSites.length; site++) {
            firstSites[site] = firstSite(site);
        }
        int[] blockStates = new int[pattern.length];
        int[] blockSpins = new int[firstSites.length];
        for (int c = 0; c < fineSpins.count(); c++) {
            int[] states = fineSpins.states(c);
            for (int site = 0; site < firstSites.length; site++) {
                for (int i = 0; i < pattern.length; i++) {
                    blockStates[i] = states[firstSites[site] + pattern[i]];
                }
                blockSpins[site] = blockSpin(blockStates, random);
            }
            coarseSpins.setStates(c, blockSpins);
        }
    }

    private static void requireLattice(Lattice expected, Configurations configurations) {
        if (!configurations.lattice().equals(expected)) {
            throw new IllegalArgumentException(
                    "expected configurations of " + expected.sizeLabel() + " sites, found " + configurations);
        }
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " of " + fine.kind() + " " + fine.sizeLabel() + " by " + b;
    }
}
