package org.blockspin.benchmarks.work;

import java.util.List;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.coarsegrainers.internal.Majority;
import org.blockspin.lattices.internal.Ising;
import org.blockspin.lattices.internal.Square;

/** The Ising model on the square lattice at its critical temperature: what all benchmarks work on. */
public final class CriticalIsing {
    /** T_c = 2 / ln(1 + sqrt 2). */
    public static final double TEMPERATURE = 2 / StrictMath.log(1 + StrictMath.sqrt(2));

    private CriticalIsing() {}

    /** L x L sites. */
    public static Lattice lattice(int size) {
        return new Square().create(new Square.Parameters(List.of(size, size)), Plugin.NoContext.NONE);
    }

    static Model model(Lattice lattice) {
        return new Ising().create(new Plugin.NoParameters(), lattice);
    }

    static Sampler.Target target(int size) {
        Lattice lattice = lattice(size);
        return new Sampler.Target(model(lattice), lattice, TEMPERATURE);
    }

    /** What an observable of L x L sites is told. */
    public static Observable.Subject subject(int size) {
        Lattice lattice = lattice(size);
        return new Observable.Subject(model(lattice), lattice, OptionalDouble.of(TEMPERATURE));
    }

    static BlockRule majority(int fineSize) {
        Lattice lattice = lattice(fineSize);
        return new Majority()
                .create(
                        new Majority.Parameters(2, Majority.Tie.UPPER_LEFT),
                        new CoarseGrainer.Fine(model(lattice), lattice));
    }

    /** Independent configurations of L x L sites, made block by block. */
    public static Configurations configurations(int size, int count, RandomStream random) {
        Sampler.Source source = SamplerKinds.byDefault("cluster", size);
        Configurations all = new Configurations(lattice(size), 1, count);
        for (int first = 0; first < count; first += Ensemble.BLOCK) {
            Configurations block = new Configurations(all.lattice(), 1, Math.min(Ensemble.BLOCK, count - first));
            source.fill(block, random.split(first), Progress.none());
            System.arraycopy(block.words(), 0, all.words(), all.wordOffset(first, 0), block.words().length);
        }
        return all;
    }
}
