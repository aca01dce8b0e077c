package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Independent critical configurations. */
final class SamplingComparison implements Comparison {
    private static final double WITH_VECTORS = 50;
    private static final double PLAIN = 10;
    /** For which the targets are given. */
    private static final int TARGETED = 16;

    @Override
    public String name() {
        return "sampling";
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        ContestTable table = ContestTable.ofSpeed(Measure.rate("configurations/s", 1));
        for (int size : effort.quick() ? List.of(TARGETED) : List.of(TARGETED, 32, 64)) {
            Contest contest = new Contest(effort, Fairness.atCriticalPoint(size));
            table.add(size + "x" + size, contest.hold(contenders(surroundings, size)));
        }
        return new Section(
                        "Independent configurations",
                        "The square Ising model at T_c, one core, processor time. Independent are configurations that lie five "
                                + "integrated autocorrelation times apart (`wolff.cpp`), or as many as were measured in a pilot "
                                + "(`wolff`), or that come from a start of their own (`cluster`); burn-in is part of the time of the "
                                + "plugins. All energies were compared with the exact one.")
                .add(table.table());
    }

    private static List<Contender> contenders(Surroundings surroundings, int size) {
        String[] cluster = {"sample", "cluster", String.valueOf(size), "configurations"};
        List<Contender> contenders = new ArrayList<>();
        contenders.add(surroundings.cpp("wolff", String.valueOf(size)));
        contenders.add(surroundings.plain(
                "wolff", surroundings.newest(), "sample", "wolff", String.valueOf(size), "configurations"));
        for (Jdk jdk : surroundings.jdks()) {
            Contender plain = surroundings.plain("cluster, plain", jdk, cluster);
            contenders.add(size == TARGETED && !jdk.paysForVectors() ? plain.expecting(Target.atLeast(PLAIN)) : plain);
        }
        Contender vector = surroundings.vector("cluster, vector", surroundings.newest(), cluster);
        contenders.add(size == TARGETED ? vector.expecting(Target.atLeast(WITH_VECTORS)) : vector);
        return contenders;
    }
}
