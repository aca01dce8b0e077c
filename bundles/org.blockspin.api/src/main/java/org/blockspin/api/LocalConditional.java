package org.blockspin.api;

import java.util.Arrays;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A resolver whose fine sites are independent given the coarse configuration, each a function of a window of coarse
 * sites around it: what can be compiled to a table and trained on distinct windows. Thread-safe.
 *
 * <p>There is one window for every coarse cell, its anchor. The window of anchor a reads the coarse sites
 * {@code a + window()[i]} and decides the fine sites {@code b * a + targets()[t]}, where b is {@link #ratio()}; all targets of all anchors are the fine sites, each once.
 */
@ConsumerType
public interface LocalConditional {
    /**
     * A site relative to an anchor.
     *
     * @param shift displacement in cells (of the coarse lattice for a window, of the fine one for a target)
     * @param basis index of the site in its cell
     */
    record Place(List<Integer> shift, int basis) {
        public Place {
            shift = List.copyOf(shift);
        }
    }

    /** Fine cells per coarse cell, by dimension: the b of the class description. */
    List<Integer> ratio();

    /** The coarse sites of a window, in the order of their bits; at most 64 / planes of them. */
    List<Place> window();

    /** The fine sites that a window decides. */
    List<Place> targets();

    /** Number of states of a site, fine and coarse alike; planes are the binary digits of the largest. */
    int states();

    /**
     * Probabilities of the states of all targets for a batch of windows.
     *
     * <p>What a window with a code that is no state gives is not specified, but it does not throw.
     *
     * @param windows bit {@code i * planes + p} is plane p of the state of {@code window()[i]}
     * @param probabilities receives the probability of state s of target t of window w at
     *     {@code (w * targets + t) * states + s}
     */
    void probabilities(long[] windows, float[] probabilities);

    /**
     * The fine site that every target of every anchor is: of target t of the anchor with cell number a at
     * {@code a * targets + t}. Whoever draws independent sites window by window draws them in this order.
     *
     * @throws IllegalStateException if these are not the sites of the fine lattice, each once
     */
    default int[] fineSites(Lattice coarse, Lattice fine) {
        List<Place> targets = targets();
        int[] sites = new int[coarse.cellCount() * targets.size()];
        int[] windows = new int[fine.sites()];
        for (int anchor = 0; anchor < coarse.cellCount(); anchor++) {
            int[] cell = coarse.cell(anchor * coarse.basis());
            for (int d = 0; d < cell.length; d++) {
                cell[d] *= ratio().get(d);
            }
            int origin = fine.site(cell, 0);
            for (int t = 0; t < targets.size(); t++) {
                Place place = targets.get(t);
                int site = fine.translated(origin, place.shift(), place.basis());
                sites[anchor * targets.size() + t] = site;
                windows[site]++;
            }
        }
        if (Arrays.stream(windows).anyMatch(decided -> decided != 1)) {
            throw new IllegalStateException(
                    "some sites of a lattice of " + fine.sizeLabel()
                            + " are decided by no window or by two: the resolver does not keep the contract of LocalConditional");
        }
        return sites;
    }
}
