package org.blockspin.figures.internal.plot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Objects;

/** A rectangular array of cells in grey levels that are spaced evenly: level 0 is white, the highest black. */
public final class Raster {
    /** More levels than this have no grey of their own. */
    public static final int MOST_LEVELS = 256;

    private final int columns;
    private final int levels;
    private final int[] cells;

    /**
     * @param columns cells a row
     * @param levels number of levels, 2 to {@value #MOST_LEVELS}
     * @param cells the level of every cell, row by row from the top; not copied
     */
    public Raster(int columns, int levels, int[] cells) {
        if (columns < 1 || cells.length == 0 || cells.length % columns != 0 || levels < 2 || levels > MOST_LEVELS) {
            throw new IllegalArgumentException("expected whole rows of 2 to " + MOST_LEVELS + " levels, found "
                    + cells.length + " cells of " + levels + " levels in rows of " + columns);
        }
        for (int level : cells) {
            Objects.checkIndex(level, levels);
        }
        this.columns = columns;
        this.levels = levels;
        this.cells = cells;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return cells.length / columns;
    }

    /** The colour of a cell. */
    int rgb(int row, int column) {
        return 0x010101 * grey(cells[row * columns + column], levels);
    }

    /** The colour of a level, as {@code #rrggbb}. */
    public static String colour(int level, int levels) {
        return String.format("#%06x", 0x010101 * grey(level, levels));
    }

    private static int grey(int level, int levels) {
        return 255 - (int) Math.rint(255.0 * level / (levels - 1));
    }

    /** So many pixels a cell, each of as few bits as the levels need. */
    BufferedImage image(int cellWidth, int cellHeight) {
        byte[] greys = new byte[levels];
        for (int level = 0; level < levels; level++) {
            greys[level] = (byte) grey(level, levels);
        }
        int bits = levels > 16 ? 8 : levels > 4 ? 4 : levels > 2 ? 2 : 1;
        int width = columns * cellWidth;
        BufferedImage image = new BufferedImage(
                width,
                rows() * cellHeight,
                bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(bits, levels, greys, greys, greys));
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            int row = y / cellHeight;
            Arrays.setAll(line, x -> cells[row * columns + x / cellWidth]);
            image.getRaster().setSamples(0, y, width, 1, 0, line);
        }
        return image;
    }
}
