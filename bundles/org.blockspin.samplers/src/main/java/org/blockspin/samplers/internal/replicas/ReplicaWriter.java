package org.blockspin.samplers.internal.replicas;

import org.blockspin.api.Configurations;

/** Writes replicas, where bit b of word w of every site belongs to replica 64 w + b, as configurations. */
final class ReplicaWriter {
    /** The words of sites. */
    @FunctionalInterface
    interface Sites {
        long word(int site, int w);
    }

    private ReplicaWriter() {}

    /**
     * Overwrites configurations with one of each replica, until there are no more of either.
     *
     * @param first the configuration that the first replica becomes
     */
    static void write(Sites sites, Configurations out, int first) {
        long[] block = new long[Long.SIZE];
        int count = Math.min(Grid.REPLICAS, out.count() - first);
        for (int group = 0; group < out.wordsPerPlane(); group++) {
            for (int w = 0; w * Long.SIZE < count; w++) {
                gather(sites, out.sites(), group, w, block);
                BitMatrix.transpose(block);
                int last = Math.min(Long.SIZE, count - w * Long.SIZE);
                for (int b = 0; b < last; b++) {
                    out.words()[out.wordOffset(first + w * Long.SIZE + b, 0) + group] = block[b];
                }
            }
        }
    }

    /** One word of each of 64 successive sites, zero beyond the last. */
    private static void gather(Sites sites, int count, int group, int w, long[] block) {
        for (int k = 0; k < Long.SIZE; k++) {
            int site = group * Long.SIZE + k;
            block[k] = site < count ? sites.word(site, w) : 0;
        }
    }
}
