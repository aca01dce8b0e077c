package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Reads all windows of a coarse configuration and what they decide in the fine one, for one coarse lattice. Not
 * thread-safe: it holds scratch.
 *
 * <p>Hot: a training reads every window of every configuration once an epoch.
 */
final class WindowReader {
    private final int rows;
    private final int columns;
    private final int height;
    private final int width;
    private final int pairRows;
    private final int reach;
    /** The coarse spins, continued periodically by a window to the right and below. */
    private final byte[] coarseSpins;

    private final byte[] fineSpins;

    WindowReader(Architecture architecture, Lattice coarse) {
        List<Integer> cells = coarse.cells();
        rows = architecture.dimensions() == 1 ? 1 : cells.get(0);
        columns = cells.get(cells.size() - 1);
        height = architecture.windowHeight();
        width = architecture.windowWidth();
        pairRows = architecture.dimensions() == 1 ? 1 : 2;
        reach = architecture.reach();
        coarseSpins = new byte[(rows + height - 1) * (columns + width - 1)];
        fineSpins = new byte[rows * columns * architecture.targets()];
    }

    /** Windows of a configuration: coarse sites. */
    int windows() {
        return rows * columns;
    }

    /** Writes the window of every anchor; bit row * width + column is the spin there. */
    void windows(Configurations coarse, int configuration, long[] windows) {
        unpack(coarse, configuration);
        int stride = columns + width - 1;
        long keep = keepAfterShift();
        for (int row = 0; row < rows; row++) {
            long window = 0;
            for (int step = 1 - width; step < columns; step++) {
                long entering = 0;
                for (int line = 0; line < height; line++) {
                    entering |= (long) coarseSpins[(row + line) * stride + step + width - 1] << (line * width);
                }
                window = ((window >>> 1) & keep) | (entering << (width - 1));
                if (step >= 0) {
                    windows[row * columns + step] = window;
                }
            }
        }
    }

    /** All bits of a window but the last of every line, into which a shift would bring the first of the next. */
    private long keepAfterShift() {
        long keep = 0;
        for (int line = 0; line < height; line++) {
            keep |= ((1L << (width - 1)) - 1) << (line * width);
        }
        return keep;
    }

    private void unpack(Configurations coarse, int configuration) {
        int stride = columns + width - 1;
        int offset = coarse.wordOffset(configuration, 0);
        long[] words = coarse.words();
        for (int row = 0; row < rows + height - 1; row++) {
            int first = row % rows * columns;
            for (int column = 0; column < stride; column++) {
                int site = first + column % columns;
                coarseSpins[row * stride + column] = (byte) (words[offset + (site >>> 6)] >>> site & 1);
            }
        }
    }

    /** Writes what the window of every anchor decides: bit t is the fine spin at target t. */
    void targets(Configurations fine, int configuration, byte[] targets) {
        int offset = fine.wordOffset(configuration, 0);
        long[] words = fine.words();
        for (int site = 0; site < fineSpins.length; site++) {
            fineSpins[site] = (byte) (words[offset + (site >>> 6)] >>> site & 1);
        }
        int fineColumns = 2 * columns;
        int fineRows = pairRows * rows;
        for (int row = 0; row < rows; row++) {
            int upper = rows == 1 && pairRows == 1 ? 0 : (2 * row + reach) % fineRows;
            int lower = (upper + 1) % fineRows;
            for (int column = 0; column < columns; column++) {
                int left = (2 * column + reach) % fineColumns;
                int right = (left + 1) % fineColumns;
                int bits = fineSpins[upper * fineColumns + left] | fineSpins[upper * fineColumns + right] << 1;
                if (pairRows == 2) {
                    bits |= fineSpins[lower * fineColumns + left] << 2 | fineSpins[lower * fineColumns + right] << 3;
                }
                targets[row * columns + column] = (byte) bits;
            }
        }
    }
}
