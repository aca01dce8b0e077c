package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.benchmarks.work.Observables;

/** Observables beside what makes the configurations that they measure. */
final class ObservablesComparison implements Comparison {
    private static final double SHARE = 0.1;
    private static final double NANO = 1e-9;
    private static final int SAMPLED = 16;

    @Override
    public String name() {
        return "observables";
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        ContestTable table = ContestTable.ofCost(Measure.time("ns/site", NANO));
        Contest contest = new Contest(effort, Fairness.none());
        table.add(SAMPLED + "x" + SAMPLED, contest.hold(beside(sampling(surroundings), surroundings, SAMPLED)));
        try (SavedNetwork network = new SavedNetwork(surroundings, effort)) {
            int coarse = effort.choose(64, 16);
            Contender resolving = surroundings.plain(
                    "super-resolving (table)",
                    surroundings.newest(),
                    "resolve",
                    "table",
                    network.folder().toString(),
                    String.valueOf(coarse));
            int fine = 2 * coarse;
            table.add(fine + "x" + fine, contest.hold(beside(resolving, surroundings, fine)));
        }
        return new Section(
                        "Observables",
                        "Time a site of measuring and binning critical configurations, as a share of the time in which they are made: "
                                + "16x16 by sampling, larger ones by super-resolving.")
                .add(table.table());
    }

    private static Contender sampling(Surroundings surroundings) {
        String[] work = {"sample", "cluster", String.valueOf(SAMPLED), "sites"};
        return surroundings.hasVectors()
                ? surroundings.vector("sampling (cluster, vector)", surroundings.newest(), work)
                : surroundings.plain("sampling (cluster, plain)", surroundings.newest(), work);
    }

    private static List<Contender> beside(Contender maker, Surroundings surroundings, int size) {
        List<Contender> contenders = new ArrayList<>(List.of(maker));
        for (String observable : Observables.NAMES) {
            contenders.add(surroundings
                    .plain(observable, surroundings.newest(), "measure", observable, String.valueOf(size))
                    .expecting(Target.atMost(SHARE)));
        }
        return contenders;
    }
}
