package org.example.cubic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional.Place;

/**
 * Where windows lie. Eight blocks of 2x2x2 fine sites meet in a corner; the one site of each that lies there has these
 * eight as its nearest coarse sites. So the window of anchor a is the cube of coarse sites a + {0, 1}^3, and decides the
 * cube of fine sites 2a + {1, 2}^3.
 *
 * @param dimensions 3, or another number d: then 2^d for eight
 */
record Cubes(int dimensions) {
    /** Number of sites of a cube. */
    int sites() {
        return 1 << dimensions;
    }

    /** Number of states of a window. */
    int codes() {
        return 1 << sites();
    }

    List<Place> window() {
        return cube(0);
    }

    List<Place> targets() {
        return cube(1);
    }

    /** {from, from + 1}^d, the last axis fastest. */
    private List<Place> cube(int from) {
        List<Place> places = new ArrayList<>();
        for (int corner = 0; corner < sites(); corner++) {
            List<Integer> shift = new ArrayList<>();
            for (int axis = dimensions - 1; axis >= 0; axis--) {
                shift.add(from + (corner >>> axis & 1));
            }
            places.add(new Place(shift, 0));
        }
        return places;
    }

    /** The lattice of twice the size. */
    Lattice fine(Lattice coarse) {
        if (coarse.basis() != 1 || coarse.dimensions() != dimensions) {
            throw new InvalidParameterException(
                    "", "a lattice of " + dimensions + " dimensions with one site a cell", coarse.kind());
        }
        return coarse.resized(coarse.cells().stream()
                .map(extent -> Math.multiplyExact(2, extent))
                .toList());
    }

    /** The fine sites that the window of an anchor decides. */
    int[] targets(Lattice fine, int[] anchor) {
        int[] origin = Arrays.stream(anchor).map(coordinate -> 2 * coordinate).toArray();
        return sites(fine, origin, targets());
    }

    /** The state of the window of an anchor in every configuration: bit i is the state of its site i. */
    int[] codes(Configurations coarse, int[] anchor) {
        int[] sites = sites(coarse.lattice(), anchor, window());
        int[] codes = new int[coarse.count()];
        Arrays.setAll(codes, c -> {
            int code = 0;
            for (int i = 0; i < sites.length; i++) {
                code |= coarse.state(c, sites[i]) << i;
            }
            return code;
        });
        return codes;
    }

    private static int[] sites(Lattice lattice, int[] origin, List<Place> places) {
        int first = lattice.site(origin, 0);
        return places.stream()
                .mapToInt(place -> lattice.translated(first, place.shift(), 0))
                .toArray();
    }
}
