package org.blockspin.benchmarks.work;

import java.util.List;
import java.util.Map;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;
import org.blockspin.api.SuperResolver;

/**
 * The mean of -ln p over the fine sites of pairs of configurations, p being what a local conditional of two states says
 * of the spin that is there. It is asked about every possible window once.
 */
final class CrossEntropy {
    private final LocalConditional local;
    private final Configurations coarse;
    private final Configurations fine;
    private final int[] fineSites;
    private final int[][] windowSites;
    private final double[] costs;

    CrossEntropy(LocalConditional local, SuperResolver.Pairs pairs) {
        this.local = local;
        this.coarse = all(pairs.coarse());
        this.fine = all(pairs.fine());
        this.fineSites = local.fineSites(coarse.lattice(), fine.lattice());
        this.windowSites = windowSites(local.window(), coarse.lattice());
        this.costs = costs(local);
    }

    private static Configurations all(Ensemble ensemble) {
        Configurations all = new Configurations(ensemble.lattice(), 1, (int) ensemble.count());
        for (long block = 0; block < ensemble.blocks(); block++) {
            long[] words = ensemble.block(block).words();
            int first = (int) block * Ensemble.BLOCK;
            System.arraycopy(words, 0, all.words(), all.wordOffset(first, 0), words.length);
        }
        return all;
    }

    /** By anchor and bit of the window. */
    private static int[][] windowSites(List<Place> window, Lattice lattice) {
        int[][] sites = new int[lattice.sites()][window.size()];
        for (int anchor = 0; anchor < sites.length; anchor++) {
            for (int i = 0; i < window.size(); i++) {
                Place place = window.get(i);
                sites[anchor][i] = lattice.translated(anchor, place.shift(), place.basis());
            }
        }
        return sites;
    }

    /** -ln p by window, target and state. */
    private static double[] costs(LocalConditional local) {
        long[] windows = new long[1 << local.window().size()];
        for (int window = 0; window < windows.length; window++) {
            windows[window] = window;
        }
        float[] probabilities = new float[windows.length * local.targets().size() * 2];
        local.probabilities(windows, probabilities);
        double[] costs = new double[probabilities.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = -StrictMath.log(Math.max(probabilities[i], Float.MIN_NORMAL));
        }
        return costs;
    }

    /** Mean and standard error over configurations, by {@code cross_entropy} and {@code error}. */
    Map<String, Double> facts() {
        double sum = 0;
        double squares = 0;
        for (int c = 0; c < coarse.count(); c++) {
            double cost = cost(c);
            sum += cost;
            squares += cost * cost;
        }
        double mean = sum / coarse.count();
        double variance = squares / coarse.count() - mean * mean;
        return Map.of("cross_entropy", mean, "error", Math.sqrt(variance / coarse.count()));
    }

    private double cost(int configuration) {
        int targets = local.targets().size();
        double sum = 0;
        for (int anchor = 0; anchor < windowSites.length; anchor++) {
            int window = 0;
            int[] sites = windowSites[anchor];
            for (int i = 0; i < sites.length; i++) {
                window |= coarse.state(configuration, sites[i]) << i;
            }
            for (int t = 0; t < targets; t++) {
                int state = fine.state(configuration, fineSites[anchor * targets + t]);
                sum += costs[(window * targets + t) * 2 + state];
            }
        }
        return sum / fine.sites();
    }
}
