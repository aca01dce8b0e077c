package org.blockspin.samplers.internal.replicas;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.blockspin.api.Configurations;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.samplers.internal.Targets;

/**
 * Fills a block with one configuration of each of {@value Grid#REPLICAS} replicas, all of which start anew, run side by
 * side for as long as it takes to forget the start, and are then read once.
 *
 * <p>The configurations of a block are independent by construction. Each replica has random bits of its own; what all
 * replicas share, the sites from which clusters grow, is drawn without regard to any spin. Given these sites, the replicas
 * are independent chains; and since every choice of sites leaves the equilibrium distribution as it is, each replica has
 * that distribution whatever the sites were, so that knowing one replica says nothing about another. That holds up to what
 * is left of the start, see {@link BurnIn}.
 */
public final class ReplicaSource implements Sampler.Source {
    /** On elongated lattices the number of cluster seeds spreads over several octaves, each of them needed: steps. */
    private static final int STEPS_AN_OCTAVE = 14;

    private final Sampler.Target target;
    private final IsingSquare ising;
    private final BurnIn.Schedule schedule;
    private final Supplier<List<Update>> makeUpdates;

    private ReplicaSource(
            Sampler.Target target, IsingSquare ising, BurnIn.Schedule schedule, Supplier<List<Update>> makeUpdates) {
        this.target = target;
        this.ising = ising;
        this.schedule = schedule;
        this.makeUpdates = makeUpdates;
    }

    /**
     * A step is a cluster step and a Metropolis sweep. Clusters alone move large domains at once, but need long to make
     * them from random spins; sweeps alone do the opposite.
     *
     * @param steps steps before a configuration is taken, from the table if empty
     */
    public static ReplicaSource cluster(
            Sampler.Target target, IsingSquare ising, Optional<Integer> steps, Kernels.Maker maker) {
        Grid grid = ising.grid();
        double coupling = ising.coupling();
        BurnIn.Schedule schedule = BurnIn.cluster(grid, 1 / coupling);
        int octaves = ClusterStep.doublings(grid, coupling) + 1;
        int fewest = grid.rows() == grid.columns() ? 1 : STEPS_AN_OCTAVE * octaves;
        int chosen = steps.orElse(Math.max(fewest, schedule.steps()));
        return new ReplicaSource(target, ising, new BurnIn.Schedule(schedule.hot(), chosen), () -> {
            Kernels kernels = maker.make(grid);
            return List.of(new ClusterStep(grid, coupling, kernels), new MetropolisSweep(grid, coupling, kernels));
        });
    }

    /**
     * A step is a Metropolis sweep.
     *
     * @param sweeps sweeps before a configuration is taken, from the table if empty
     * @return none if no sweeps are given and the table says nothing about this lattice and temperature
     */
    public static Optional<ReplicaSource> metropolis(
            Sampler.Target target, IsingSquare ising, Optional<Integer> sweeps, Kernels.Maker maker) {
        Grid grid = ising.grid();
        Supplier<List<Update>> makeUpdates =
                () -> List.of(new MetropolisSweep(grid, ising.coupling(), maker.make(grid)));
        Optional<BurnIn.Schedule> known = BurnIn.metropolis(grid, 1 / ising.coupling());
        double hot = known.map(BurnIn.Schedule::hot).orElse(0.0);
        return sweeps.or(() -> known.map(BurnIn.Schedule::steps))
                .map(steps -> new ReplicaSource(target, ising, new BurnIn.Schedule(hot, steps), makeUpdates));
    }

    @Override
    public void fill(Configurations out, RandomStream random, Progress progress) {
        Targets.requireFits(target, out);
        List<Update> updates = makeUpdates.get();
        Replicas replicas = new Replicas(ising.grid());
        for (int first = 0; first < out.count(); first += Grid.REPLICAS) {
            updates.forEach(update -> update.begin(random));
            replicas.start(schedule.hot(), random);
            for (int step = 0; step < schedule.steps(); step++) {
                for (Update update : updates) {
                    update.apply(replicas.spins(), random, progress);
                }
                double done = first + (step + 1.0) / schedule.steps() * Grid.REPLICAS;
                progress.report(Math.min(1, done / out.count()));
            }
            replicas.write(out, first, ising.staggered(), random);
        }
    }

    @Override
    public boolean independent() {
        return true;
    }
}
