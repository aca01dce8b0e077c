package org.blockspin.pipeline.internal.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blockspin.api.Ensemble;

/**
 * The configurations of an ensemble that one file holds.
 *
 * @param number of the file, from 0
 * @param first number of the first configuration in the ensemble
 * @param count number of configurations
 */
public record Part(int number, long first, int count) {
    /** Each configuration costs a few objects while a file is written, however small it is. */
    private static final int MOST_CONFIGURATIONS = 1 << 16;

    /**
     * All parts of an ensemble. A part is a whole number of blocks, or a whole number of parts is a block, so that few
     * blocks are needed by two files; only the last may be smaller.
     *
     * @param mostBytes bound of the packed configurations of one part; one configuration is allowed in any case
     */
    public static List<Part> of(EnsembleHeader header, long mostBytes) {
        int size = size(header, mostBytes);
        List<Part> parts = new ArrayList<>();
        for (long first = 0; first < header.total(); first += size) {
            parts.add(new Part(parts.size(), first, (int) Math.min(size, header.total() - first)));
        }
        return parts;
    }

    /** How many parts an ensemble has. */
    public static long count(EnsembleHeader header, long mostBytes) {
        int size = size(header, mostBytes);
        return (header.total() + size - 1) / size;
    }

    private static int size(EnsembleHeader header, long mostBytes) {
        int each = (int) Math.min(MOST_CONFIGURATIONS, Math.max(1, mostBytes / header.bytesEach()));
        return each >= Ensemble.BLOCK ? each - each % Ensemble.BLOCK : Integer.highestOneBit(each);
    }

    public String fileName() {
        return String.format(Locale.ROOT, "part-%05d.h5", number);
    }
}
