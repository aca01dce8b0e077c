package org.blockspin.pipeline.internal.ensembles;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.pipeline.internal.binding.Drawable;

/** An ensemble whose blocks are computed by a function and cached. */
public final class BlockEnsemble implements Ensemble, Drawable {
    /** Everything but the configurations. */
    public record Description(
            Model model,
            Lattice lattice,
            OptionalDouble temperature,
            int depth,
            long count,
            String root,
            boolean independent,
            Optional<BlockRule> rule) {

        /** Of a descendant: other lattice, depth and rule. */
        public Description descendant(Lattice otherLattice, int otherDepth, Optional<BlockRule> otherRule) {
            return new Description(model, otherLattice, temperature, otherDepth, count, root, independent, otherRule);
        }
    }

    private final Description description;
    private final LongFunction<Configurations> compute;
    private final BlockCache cache;
    private final boolean kept;

    /** @param kept whether the run writes the configurations to its folder */
    public BlockEnsemble(
            Description description, BlockCache cache, boolean kept, LongFunction<Configurations> compute) {
        this.description = description;
        this.cache = cache;
        this.kept = kept;
        this.compute = compute;
    }

    public Description description() {
        return description;
    }

    /** Whether the run writes the configurations to its folder. */
    public boolean isKept() {
        return kept;
    }

    /** Whether all blocks together take at most half of the cache. */
    public boolean fitsCache() {
        return count() <= cache.capacity() / 2 / bytesEach(model(), lattice());
    }

    /** Memory of a block, the largest if the last is smaller. */
    public long blockBytes() {
        return bytesEach(model(), lattice()) * blockSize(count(), 0);
    }

    /** Memory of all blocks. */
    public long bytes() {
        return bytesEach(model(), lattice()) * count();
    }

    /** Memory of a whole block of such configurations. */
    public static long blockBytes(Model model, Lattice lattice) {
        return bytesEach(model, lattice) * BLOCK;
    }

    private static long bytesEach(Model model, Lattice lattice) {
        return (lattice.sites() + 63L) / 64 * model.planes() * Long.BYTES;
    }

    /** Configurations of a block. */
    public static int blockSize(long count, long index) {
        return (int) Math.min(BLOCK, count - index * BLOCK);
    }

    /** Configurations of a block. */
    public int blockSize(long index) {
        return blockSize(count(), index);
    }

    @Override
    public Model model() {
        return description.model();
    }

    @Override
    public Lattice lattice() {
        return description.lattice();
    }

    @Override
    public OptionalDouble temperature() {
        return description.temperature();
    }

    @Override
    public int depth() {
        return description.depth();
    }

    @Override
    public long count() {
        return description.count();
    }

    @Override
    public Configurations block(long index) {
        Objects.checkIndex(index, blocks());
        return cache.get(this, index, compute);
    }

    @Override
    public String root() {
        return description.root();
    }

    @Override
    public boolean independent() {
        return description.independent();
    }

    @Override
    public Optional<BlockRule> rule() {
        return description.rule();
    }
}
