package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional.Place;

/**
 * The layers of a network and the geometry that follows from them.
 *
 * <p><b>Windows.</b> Per dimension, with centred kernels k_l, the output at fine site f depends on the upsampled sites
 * f - R to f + R, where R = sum of (k_l - 1)/2 is the reach. The two fine sites 2a + R and 2a + R + 1 together depend
 * on the upsampled sites 2a to 2a + 2R + 1, which are exactly the coarse sites a to a + R, both copies of each. So the
 * window of anchor a holds the R + 1 coarse sites from a on and decides the fine sites 2a + R and 2a + R + 1; no pair
 * of fine sites needs a smaller one, whether R is odd (the pair straddles two coarse sites) or even (it is the block of
 * one). For kernels [5, 1, 3], R = 3: a 4x4 window decides the fine rows and columns 2a + 3 and 2a + 4.
 *
 * <p><b>Subwindows.</b> The last layer is linear. By the same rule for all layers but the last, of reach R', the hidden
 * channels of the pair 2a + R' and 2a + R' + 1 are functions of R' + 1 coarse sites: a subwindow. A window holds
 * n = R - R' + 1 subwindows a dimension, and its logits are sums of one contribution of each, see {@link Layers}.
 *
 * @param dimensions 1 or 2; a chain is treated as a lattice of one row
 * @param filters channels of the hidden layers
 * @param kernels odd sizes, one more than {@code filters}
 * @param activation of the hidden layers
 * @param symmetrized whether probabilities are averaged over the input and the flipped one
 */
record Architecture(
        int dimensions, List<Integer> filters, List<Integer> kernels, Cnn.Activation activation, boolean symmetrized) {
    /** Windows must fit a long, with a sign bit and one to spare. */
    static final int MAXIMUM_WINDOW_BITS = 62;

    Architecture {
        filters = List.copyOf(filters);
        kernels = List.copyOf(kernels);
    }

    static Architecture of(Cnn.Parameters parameters, int dimensions) {
        return new Architecture(
                dimensions,
                parameters.filters(),
                parameters.kernels(),
                parameters.activation(),
                parameters.symmetrized());
    }

    int layers() {
        return kernels.size();
    }

    /** Height, width, channels in and out of a layer's kernel. */
    int[] kernelShape(int layer) {
        int size = kernels.get(layer);
        int in = layer == 0 ? 1 : filters.get(layer - 1);
        return new int[] {dimensions == 1 ? 1 : size, size, in, channels(layer)};
    }

    /** Channels that a layer puts out. */
    int channels(int layer) {
        return layer == layers() - 1 ? 1 : filters.get(layer);
    }

    /** Weights and biases in all. */
    int parameterCount() {
        int count = 0;
        for (int layer = 0; layer < layers(); layer++) {
            int[] s = kernelShape(layer);
            count += s[0] * s[1] * s[2] * s[3] + s[3];
        }
        return count;
    }

    /** R, in fine sites. */
    int reach() {
        return kernels.stream().mapToInt(kernel -> kernel / 2).sum();
    }

    /** Reach of the last layer alone. */
    int lastReach() {
        return kernels.get(layers() - 1) / 2;
    }

    /** Coarse sites of a window along a row. */
    int windowWidth() {
        return reach() + 1;
    }

    int windowHeight() {
        return dimensions == 1 ? 1 : windowWidth();
    }

    int windowBits() {
        return windowWidth() * windowHeight();
    }

    boolean hasWindows() {
        return windowBits() <= MAXIMUM_WINDOW_BITS;
    }

    /** Fine sites that a window decides. */
    int targets() {
        return 1 << dimensions;
    }

    /** Coarse sites of a subwindow along a row. */
    int subwindowWidth() {
        return reach() - lastReach() + 1;
    }

    int subwindowHeight() {
        return dimensions == 1 ? 1 : subwindowWidth();
    }

    /** Subwindows of a window along a row. */
    int subwindowColumns() {
        return lastReach() + 1;
    }

    int subwindowRows() {
        return dimensions == 1 ? 1 : subwindowColumns();
    }

    /** Coarse sites of a window relative to its anchor, row by row. */
    List<Place> window() {
        return places(0, windowWidth());
    }

    /** Fine sites that a window decides, relative to twice its anchor, row by row. */
    List<Place> targetPlaces() {
        return places(reach(), 2);
    }

    /** The fine sites that the windows of a coarse lattice decide, by anchor and target. */
    int[] fineSites(Lattice coarse) {
        Lattice fine = coarse.resized(doubled(coarse.cells()));
        List<Place> targets = targetPlaces();
        int[] sites = new int[fine.sites()];
        for (int i = 0; i < sites.length; i++) {
            int[] cell = coarse.cell(i / targets.size());
            Arrays.setAll(cell, d -> 2 * cell[d]);
            sites[i] = fine.translated(
                    fine.site(cell, 0), targets.get(i % targets.size()).shift(), 0);
        }
        return sites;
    }

    private List<Place> places(int from, int extent) {
        List<Place> places = new ArrayList<>();
        for (int row = from; row < from + (dimensions == 1 ? 1 : extent); row++) {
            for (int column = from; column < from + extent; column++) {
                places.add(new Place(dimensions == 1 ? List.of(column) : List.of(row, column), 0));
            }
        }
        return places;
    }

    /**
     * Checks that this network can resolve a coarse lattice.
     *
     * @throws InvalidParameterException if it has the wrong dimension or is smaller than a window
     */
    void requireResolvable(Lattice coarse) {
        Requirements.checkLattice(coarse);
        Requirements.require(
                coarse.dimensions() == dimensions, "", "a lattice of " + dimensions + " dimension(s)", coarse.cells());
        Requirements.require(
                coarse.cells().stream().allMatch(extent -> extent >= windowWidth()),
                "",
                "a coarse lattice of at least " + windowWidth() + " sites a side, the window of kernels " + kernels,
                coarse.sizeLabel());
    }

    /** The lattice to which this network takes a coarse one; refuses it like {@link #requireResolvable}. */
    Lattice fine(Lattice coarse) {
        requireResolvable(coarse);
        return coarse.resized(doubled(coarse.cells()));
    }

    static List<Integer> doubled(List<Integer> cells) {
        return cells.stream().map(extent -> Math.multiplyExact(2, extent)).toList();
    }
}
