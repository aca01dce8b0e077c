package org.blockspin.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * A number of configurations of one lattice, bit-packed: the only carrier of spins between plugins.
 *
 * <p>Plane p of a configuration holds binary digit p of the state of every site (Ising: one plane, 1 = up). The bit of
 * site i in plane p of configuration c is bit {@code i % 64} of word
 * {@code (c * planes + p) * wordsPerPlane + i / 64}. A configuration occupies whole words; padding bits are zero, and
 * whoever writes words keeps them zero.
 *
 * <p>Mutable and not thread-safe: it is filled once by whoever made it and then only read. Equal by value.
 */
public final class Configurations {
    private final Lattice lattice;
    private final int planes;
    private final int count;
    private final int sites;
    private final int wordsPerPlane;
    private final long[] words;

    /**
     * All sites in state 0.
     *
     * @param lattice the lattice of every configuration
     * @param planes binary digits of a state, 1 to 31, see {@link Model#planes()}
     * @param count number of configurations, at least 0
     */
    public Configurations(Lattice lattice, int planes, int count) {
        if (planes < 1 || planes > 31 || count < 0) {
            throw new IllegalArgumentException("expected 1 to 31 planes and a count of at least 0, found " + planes
                    + " planes and " + count + " configurations");
        }
        this.lattice = Objects.requireNonNull(lattice);
        this.planes = planes;
        this.count = count;
        this.sites = lattice.sites();
        this.wordsPerPlane = (sites + 63) >>> 6;
        this.words = new long[Math.multiplyExact(Math.multiplyExact(count, planes), wordsPerPlane)];
    }

    public Lattice lattice() {
        return lattice;
    }

    public int planes() {
        return planes;
    }

    /** Number of configurations. */
    public int count() {
        return count;
    }

    /** Sites of one configuration, N. */
    public int sites() {
        return sites;
    }

    public int wordsPerPlane() {
        return wordsPerPlane;
    }

    /** The words themselves, shared and not copied, in the order that the class describes. */
    public long[] words() {
        return words;
    }

    /** Index in {@link #words()} of the first word of a plane of a configuration. */
    public int wordOffset(int configuration, int plane) {
        return (configuration * planes + plane) * wordsPerPlane;
    }

    /** State of a site. */
    public int state(int configuration, int site) {
        Objects.checkIndex(site, sites);
        int state = 0;
        for (int p = 0; p < planes; p++) {
            state |= (int) (words[wordOffset(configuration, p) + (site >>> 6)] >>> site & 1) << p;
        }
        return state;
    }

    /** Sets the state of a site; the state must fit the planes. */
    public void setState(int configuration, int site, int state) {
        Objects.checkIndex(site, sites);
        Objects.checkIndex(state, 1 << planes);
        for (int p = 0; p < planes; p++) {
            int word = wordOffset(configuration, p) + (site >>> 6);
            long bit = 1L << site;
            words[word] = (state >>> p & 1) == 0 ? words[word] & ~bit : words[word] | bit;
        }
    }

    /** States of all sites of a configuration, in site order. */
    public int[] states(int configuration) {
        int[] states = new int[sites];
        for (int site = 0; site < sites; site++) {
            states[site] = state(configuration, site);
        }
        return states;
    }

    /** Sets all sites of a configuration. */
    public void setStates(int configuration, int[] states) {
        if (states.length != sites) {
            throw new IllegalArgumentException("expected " + sites + " states, found " + states.length);
        }
        for (int site = 0; site < sites; site++) {
            setState(configuration, site, states[site]);
        }
    }

    /** A copy of the configurations from (inclusive) to (exclusive). */
    public Configurations slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        Configurations slice = new Configurations(lattice, planes, to - from);
        System.arraycopy(words, wordOffset(from, 0), slice.words, 0, slice.words.length);
        return slice;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configurations that
                && lattice.equals(that.lattice)
                && planes == that.planes
                && count == that.count
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lattice, planes, count, Arrays.hashCode(words));
    }

    @Override
    public String toString() {
        return count + " configurations of " + lattice.kind() + " " + lattice.sizeLabel();
    }
}
