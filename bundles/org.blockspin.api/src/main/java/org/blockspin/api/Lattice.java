package org.blockspin.api;

import java.util.List;
import java.util.Objects;

/**
 * A periodic lattice: an array of cells, the sites of one cell, and the bonds that start in it.
 *
 * <p><b>Site order</b>: the site with basis index {@code i} in the cell with row-major index {@code c} has number
 * {@code c * basis + i}. Row-major means that the last cell coordinate runs fastest. On the square lattice, site
 * {@code row * columns + column}.
 *
 * @param kind name of the plugin that made it, for instance {@code "square"}
 * @param cells extents of the periodic array of cells, one per dimension, each at least 1
 * @param basis sites a cell, at least 1 (honeycomb: 2)
 * @param bonds the bonds of one cell, each bond of the lattice once a cell; the order is part of the lattice's identity
 */
public record Lattice(String kind, List<Integer> cells, int basis, List<Bond> bonds) {

    /**
     * A bond from a site of a cell to a site of the cell that lies {@code shift} cells further.
     *
     * @param from basis index of the first site
     * @param to basis index of the second site
     * @param shift displacement in cells, one per dimension
     * @param type which of the model's bond energies applies, at least 0
     */
    public record Bond(int from, int to, List<Integer> shift, int type) {
        public Bond {
            shift = List.copyOf(shift);
            if (from < 0 || to < 0 || type < 0) {
                throw new IllegalArgumentException("basis indices and type of a bond must not be negative");
            }
        }
    }

    /** Receives the bonds of a whole lattice. */
    @FunctionalInterface
    public interface BondVisitor {
        /** Site numbers of both ends and the bond's type. */
        void bond(int from, int to, int type);
    }

    public Lattice {
        Objects.requireNonNull(kind);
        cells = List.copyOf(cells);
        bonds = List.copyOf(bonds);
        if (cells.isEmpty() || cells.stream().anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("every extent of a lattice must be at least 1, found " + cells);
        }
        if (basis < 1) {
            throw new IllegalArgumentException("a cell needs at least one site, found " + basis);
        }
        for (Bond bond : bonds) {
            if (bond.from >= basis || bond.to >= basis || bond.shift.size() != cells.size()) {
                throw new IllegalArgumentException(bond + " does not fit a lattice of " + cells.size()
                        + " dimensions with " + basis + " sites a cell");
            }
        }
        long sites = basis;
        for (int extent : cells) {
            sites = Math.multiplyExact(sites, (long) extent);
        }
        if (sites > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a lattice has at most 2^31 - 1 sites, found " + sites);
        }
    }

    /** Number of spatial dimensions. */
    public int dimensions() {
        return cells.size();
    }

    /** Number of cells. */
    public int cellCount() {
        return cells.stream().reduce(1, (a, b) -> a * b);
    }

    /** Number of sites N. */
    public int sites() {
        return cellCount() * basis;
    }

    /**
     * The linear size L in cells: the geometric mean of the extents, which is the extent itself where all are equal
     * (then exactly).
     */
    public double linearSize() {
        int first = cells.get(0);
        boolean equal = cells.stream().allMatch(extent -> extent == first);
        return equal ? first : StrictMath.pow(cellCount(), 1.0 / dimensions());
    }

    /** The number of bond types: one more than the largest type that occurs, or 0 without bonds. */
    public int bondTypes() {
        return bonds.stream().mapToInt(bond -> bond.type + 1).max().orElse(0);
    }

    /** The same lattice with other extents, as many as before. */
    public Lattice resized(List<Integer> newCells) {
        return new Lattice(kind, newCells, basis, bonds);
    }

    /** Coordinates of the cell that holds a site. */
    public int[] cell(int site) {
        int[] coordinates = new int[cells.size()];
        int rest = site / basis;
        for (int d = coordinates.length - 1; d >= 0; d--) {
            coordinates[d] = rest % cells.get(d);
            rest /= cells.get(d);
        }
        return coordinates;
    }

    /** Number of the site with this basis index in this cell; coordinates outside the array wrap around. */
    public int site(int[] cell, int basisIndex) {
        int index = 0;
        for (int d = 0; d < cell.length; d++) {
            int extent = cells.get(d);
            index = index * extent + Math.floorMod(cell[d], extent);
        }
        return index * basis + basisIndex;
    }

    /** Number of the site {@code shift} cells from {@code site}, with basis index {@code basisIndex}. */
    public int translated(int site, List<Integer> shift, int basisIndex) {
        int[] cell = cell(site);
        for (int d = 0; d < cell.length; d++) {
            cell[d] += shift.get(d);
        }
        return site(cell, basisIndex);
    }

    /**
     * Visits every bond once, cell by cell. On an array with an extent of 1 or 2 a bond may join a site with itself,
     * or a pair of sites may be joined twice: periodic boundaries are meant literally.
     */
    public void forEachBond(BondVisitor visitor) {
        int count = cellCount();
        for (int c = 0; c < count; c++) {
            for (Bond bond : bonds) {
                visitor.bond(c * basis + bond.from, translated(c * basis, bond.shift, bond.to), bond.type);
            }
        }
    }

    /** The extents joined by {@code x}, for instance {@code 16x16}. */
    public String sizeLabel() {
        return String.join("x", cells.stream().map(String::valueOf).toList());
    }
}
