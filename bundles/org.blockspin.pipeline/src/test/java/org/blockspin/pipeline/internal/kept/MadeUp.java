package org.blockspin.pipeline.internal.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;

/** Ensembles whose states are a formula, so that every reader can be held to it. */
final class MadeUp {
    private MadeUp() {}

    /** Three states on cells of two sites: two planes, and a number of sites that fills neither bytes nor words. */
    static EnsembleHeader header(long total) {
        return new EnsembleHeader(
                "simulated",
                "repeat=1",
                "honeycomb",
                List.of(5, 7),
                2,
                "potts",
                3,
                2,
                OptionalDouble.of(1.25),
                -1,
                "simulated[]",
                -9,
                total);
    }

    static int state(long configuration, int site) {
        return (int) ((configuration * 31 + site * 17L + configuration * site) % 3);
    }

    static Configurations block(EnsembleHeader header, long index) {
        Lattice lattice = new Lattice(header.lattice(), header.size(), header.basis(), List.of());
        long first = index * Ensemble.BLOCK;
        int count = (int) Math.min(Ensemble.BLOCK, header.total() - first);
        Configurations block = new Configurations(lattice, header.planes(), count);
        for (int c = 0; c < count; c++) {
            for (int site = 0; site < block.sites(); site++) {
                block.setState(c, site, state(first + c, site));
            }
        }
        return block;
    }

    /** Writes all files with at most so many bytes in each, and gives the parts. */
    static List<Part> write(Path folder, EnsembleHeader header, long mostBytes) throws IOException {
        List<Part> parts = Part.of(header, mostBytes);
        for (Part part : parts) {
            EnsembleFile.write(folder.resolve(part.fileName()), header, part, index -> block(header, index));
        }
        return parts;
    }
}
