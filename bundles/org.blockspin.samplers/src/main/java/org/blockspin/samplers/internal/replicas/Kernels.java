package org.blockspin.samplers.internal.replicas;

import java.util.ServiceLoader;

/**
 * The hot loops over all replicas, on arrays as {@link Grid} lays them out. All implementations give the same bits. Each
 * has scratch memory for one grid and one thread.
 */
public interface Kernels {
    /**
     * Makes kernels. A fragment of this bundle offers a faster one than {@link PlainKernels} by naming it for the {@link
     * ServiceLoader}: such a fragment resolves only on a JVM where it is faster.
     */
    interface Maker {
        /** Kernels for one thread. */
        Kernels make(Grid grid);

        /** What the kernels are made of, in a few words. */
        String technique();
    }

    /** The fastest maker there is on this JVM. */
    static Maker fastest() {
        return ServiceLoader.load(Maker.class, Kernels.class.getClassLoader())
                .findFirst()
                .orElse(PlainKernels.MAKER);
    }

    /** Says that some site of a row joined. */
    int CHANGED = 1;

    /** Says that a bond around the end of a row has just one end in the cluster. */
    int OPEN = 2;

    /**
     * Random masks with the probability of a ladder.
     *
     * @param lanes generators; number i of them serves {@code mask[i]}
     * @param mask overwritten; as long as there are lanes
     */
    void draw(Lanes lanes, Ladder ladder, long[] mask);

    /** Two masks from the same random words, with ladders of equally many levels. */
    void draw(Lanes lanes, Ladder ladder, Ladder second, long[] mask, long[] secondMask);

    /**
     * Flips sites where at least two of the four neighbours are opposite, or one is and {@code one} says so, or none is
     * and {@code none} says so.
     *
     * @param row first of {@link Grid#rowsAtOnce} rows
     * @param colour the sites to flip are those where row plus column is even (0) or odd (1)
     * @param one masks of these sites, row by row, from 0 on, as {@code none}
     */
    void metropolis(long[] spins, int row, int colour, long[] one, long[] none);

    /**
     * Activates bonds between equal spins, to the right and down from the sites of one row.
     *
     * @param mask which bonds may be active: those to the right of all sites of the row, then those down
     * @param right overwritten where the sites of the row lie, as {@code down}
     */
    void bonds(long[] spins, int row, long[] mask, long[] right, long[] down);

    /**
     * Lets those sites of a row join the cluster that are bonded to it in the row above or below, and then those that are
     * bonded to it along the row, once from left to right and once from right to left, each time beginning with what is
     * bonded around the end of the row.
     *
     * @param cluster in which replicas a site belongs to the cluster
     * @param above whether the other row is the one above
     * @param closed whether nothing is left to join along the row if nothing joins from the other row
     * @return {@link #CHANGED} and {@link #OPEN}, or'ed
     */
    int close(long[] cluster, long[] right, long[] down, int row, boolean above, boolean closed);
}
