package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Metropolis sweeps. */
final class FlippingComparison implements Comparison {
    private static final double WITH_VECTORS = 0.85;
    private static final double PLAIN = 0.3;
    private static final double NANO = 1e-9;

    @Override
    public String name() {
        return "metropolis";
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        ContestTable table = ContestTable.ofSpeed(Measure.rate("flips/ns", NANO));
        for (int size : effort.quick() ? List.of(16) : List.of(16, 32, 64)) {
            Contest contest = new Contest(effort, Fairness.atCriticalPoint(size));
            table.add(size + "x" + size, contest.hold(contenders(surroundings, String.valueOf(size))));
        }
        return new Section(
                        "Metropolis sweeps",
                        "Attempts to flip a spin of the square Ising model at T_c, one core, processor time. The energies of the "
                                + "programs in C++ were compared with the exact one; plain and vector kernels gave the same bits.")
                .add(table.table());
    }

    private static List<Contender> contenders(Surroundings surroundings, String size) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(surroundings.cpp("metropolis_avx512", size));
        contenders.add(surroundings.cpp("metropolis", size));
        contenders.add(surroundings.plain("metropolis, one chain", surroundings.newest(), "flip", "chain", size));
        for (Jdk jdk : surroundings.jdks()) {
            Contender plain = surroundings.plain("metropolis, plain", jdk, "flip", "replicas", size);
            contenders.add(jdk.paysForVectors() ? plain : plain.expecting(Target.atLeast(PLAIN)));
        }
        contenders.add(surroundings
                .vector("metropolis, vector", surroundings.newest(), "flip", "replicas", size)
                .expecting(Target.atLeast(WITH_VECTORS)));
        return contenders;
    }
}
