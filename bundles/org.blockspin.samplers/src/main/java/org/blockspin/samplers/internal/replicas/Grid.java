package org.blockspin.samplers.internal.replicas;

/**
 * A periodic square lattice of even extents, and where its sites lie in memory.
 *
 * <p>A site is {@value #WORDS} words; bit b of word w belongs to replica 64 w + b. A row is kept as its even columns
 * followed by its odd columns, so that the sites of one colour of the checkerboard are contiguous within a row. Offsets
 * count words.
 *
 * @param rows even, at least 4
 * @param columns even, at least 4
 */
public record Grid(int rows, int columns) {
    /** Words a site. */
    public static final int WORDS = 8;

    /** Replicas that are simulated together. */
    public static final int REPLICAS = WORDS * Long.SIZE;

    /** Sites for which random numbers are drawn at once, unless a row has more. */
    private static final int STRETCH = 64;

    public Grid {
        if (rows < 4 || columns < 4 || rows % 2 != 0 || columns % 2 != 0) {
            throw new IllegalArgumentException("expected even extents from 4 on, found " + rows + "x" + columns);
        }
        Math.multiplyExact(Math.multiplyExact(rows, columns), WORDS);
    }

    /** Number of sites N. */
    public int sites() {
        return rows * columns;
    }

    /** Sites of one colour in a row. */
    public int half() {
        return columns / 2;
    }

    /** Words of all sites. */
    public int words() {
        return sites() * WORDS;
    }

    /** Offset of a row; one row outside on either side wraps around. */
    public int row(int row) {
        int inside = row < 0 ? row + rows : row >= rows ? row - rows : row;
        return inside * columns * WORDS;
    }

    /** Offset of a site; rows wrap around as in {@link #row}. */
    public int site(int row, int column) {
        return row(row) + ((column & 1) * half() + (column >> 1)) * WORDS;
    }

    /** How many rows of one colour are updated at once: a divisor of the number of rows. */
    public int rowsAtOnce() {
        int most = Math.max(1, STRETCH / half());
        int divisor = Math.min(most, rows);
        while (rows % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}
