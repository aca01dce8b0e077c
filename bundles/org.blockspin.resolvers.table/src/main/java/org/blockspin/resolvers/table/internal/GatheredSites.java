package org.blockspin.resolvers.table.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.BernoulliThreshold;

/** Draws site after site, for any lattice and any windows; the readable reference of {@link PackedSites}. */
final class GatheredSites implements SiteDrawer {
    private final WindowMap map;
    private final int[] thresholds;
    private final int targets;
    private final WindowMap.Scratch scratch;
    private final int[] draws;

    /** @param thresholds of every target of every window, at {@code window * targets + target} */
    GatheredSites(WindowMap map, int[] thresholds, int targets) {
        this.map = map;
        this.thresholds = thresholds;
        this.targets = targets;
        this.scratch = map.newScratch();
        this.draws = new int[map.sites().length];
    }

    @Override
    public void draw(Configurations coarse, Configurations fine, int configuration, RandomStream random) {
        map.entries(coarse, configuration, draws, scratch);
        for (int i = 0; i < draws.length; i++) {
            draws[i] = thresholds[draws[i]];
        }
        int offset = fine.wordOffset(configuration, 0);
        BernoulliThreshold.sample(draws, map.sites(), targets, random, fine.words(), offset);
    }
}
