package org.blockspin.observables.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;

/** Reads the states of a configuration out of its bit planes. A hot loop: shifts words instead of asking site by site. */
final class States {
    private States() {}

    /** Writes the states of all sites, in site order, into the beginning of {@code states}. */
    static void unpack(Configurations batch, int configuration, int[] states) {
        long[] words = batch.words();
        int sites = batch.sites();
        Arrays.fill(states, 0, sites, 0);
        for (int plane = 0; plane < batch.planes(); plane++) {
            int word = batch.wordOffset(configuration, plane);
            for (int start = 0; start < sites; start += Long.SIZE) {
                long bits = words[word++];
                int end = Math.min(sites, start + Long.SIZE);
                for (int site = start; site < end; site++) {
                    states[site] |= (int) (bits >>> site & 1) << plane;
                }
            }
        }
    }

    /** Number of sites in every state. */
    static int[] count(Configurations batch, int configuration, int states) {
        int[] counts = new int[states];
        if (batch.planes() == 1) {
            counts[1] = up(batch, configuration);
            counts[0] = batch.sites() - counts[1];
            return counts;
        }
        int[] unpacked = new int[batch.sites()];
        unpack(batch, configuration, unpacked);
        for (int state : unpacked) {
            counts[state]++;
        }
        return counts;
    }

    /** Number of sites in state 1 of a configuration with one plane. */
    static int up(Configurations batch, int configuration) {
        long[] words = batch.words();
        int from = batch.wordOffset(configuration, 0);
        int up = 0;
        for (int word = from; word < from + batch.wordsPerPlane(); word++) {
            up += Long.bitCount(words[word]);
        }
        return up;
    }

    /** 64 bits of a plane that begins with word {@code first}, from this bit on; beyond the end of the array zero. */
    static long bits(long[] words, int first, int bit) {
        int index = first + (bit >>> 6);
        long low = words[index] >>> bit;
        return (bit & 63) == 0 || index + 1 == words.length ? low : low | (words[index + 1] << -bit);
    }
}
