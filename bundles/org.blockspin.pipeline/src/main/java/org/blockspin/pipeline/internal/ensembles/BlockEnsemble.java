package org.blockspin.pipeline.internal.ensembles;

import java.util.ArrayList;
import java.util.List;
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
    /**
     * Everything but the configurations.
     *
     * @param temperature in units of J / k_B: of the root, until a map-temperature step gives another
     * @param rescalings the changes of scale since the configurations had this temperature, without those that undid each
     *     other
     */
    public record Description(
            Model model,
            Lattice lattice,
            OptionalDouble temperature,
            int depth,
            long count,
            String root,
            boolean independent,
            Optional<BlockRule> rule,
            List<Rescaling> rescalings) {

        public Description {
            rescalings = List.copyOf(rescalings);
        }

        /** Of what these configurations become by a rule. */
        public Description coarseGrained(BlockRule by) {
            Rescaling step = new Rescaling(lattice, false, Optional.of(by));
            return rescaled(by.coarse(), depth + 1, Optional.of(by), step);
        }

        /**
         * Of what these configurations become by super-resolution.
         *
         * @param undone the rule that is undone by it, where it is known
         */
        public Description superResolved(Lattice fine, Optional<BlockRule> undone) {
            return rescaled(fine, depth - 1, Optional.empty(), new Rescaling(lattice, true, undone));
        }

        private Description rescaled(Lattice to, int newDepth, Optional<BlockRule> by, Rescaling step) {
            List<Rescaling> steps = new ArrayList<>(rescalings);
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).isUndoneBy(step, to)) {
                steps.remove(last);
            } else {
                steps.add(step);
            }
            return new Description(model, to, temperature, newDepth, count, root, independent, by, steps);
        }

        private Description at(double otherTemperature) {
            return new Description(
                    model,
                    lattice,
                    OptionalDouble.of(otherTemperature),
                    depth,
                    count,
                    root,
                    independent,
                    rule,
                    List.of());
        }
    }

    private final Description description;
    private final LongFunction<Configurations> compute;
    private final BlockCache cache;
    private final boolean kept;
    private final Optional<BlockEnsemble> same;

    /** @param kept whether the run writes the configurations to its folder */
    public BlockEnsemble(
            Description description, BlockCache cache, boolean kept, LongFunction<Configurations> compute) {
        this.description = description;
        this.cache = cache;
        this.kept = kept;
        this.compute = index -> InputFailedException.on(() -> input(this, index), () -> compute.apply(index));
        this.same = Optional.empty();
    }

    /** A block in words, for whoever fails on it. */
    public static String input(Ensemble ensemble, long index) {
        return "block " + index + " of " + ensemble.root() + ": "
                + ensemble.model().kind() + " on " + ensemble.lattice().kind() + " "
                + ensemble.lattice().sizeLabel()
                + (ensemble.temperature().isPresent()
                        ? " at T = " + (float) ensemble.temperature().getAsDouble()
                        : "");
    }

    private BlockEnsemble(BlockEnsemble same, double temperature) {
        this.description = same.description.at(temperature);
        this.cache = same.cache;
        this.kept = false;
        this.compute = same::block;
        this.same = Optional.of(same);
    }

    /** The same configurations, not another copy of them, under another temperature. */
    public BlockEnsemble at(double temperature) {
        return new BlockEnsemble(this, temperature);
    }

    /** Whether the configurations are those of another ensemble. */
    public boolean isView() {
        return same.isPresent();
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
        return same.isPresent() ? same.get().block(index) : cache.get(this, index, compute);
    }

    /**
     * Says that nobody will ask for a block again: it then dies young, and is not moved about by the garbage collector. A
     * view has no blocks of its own.
     */
    public void release(long index) {
        cache.drop(this, index);
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
