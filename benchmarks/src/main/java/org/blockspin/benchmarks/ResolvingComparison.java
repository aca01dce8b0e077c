package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Super-resolving. */
final class ResolvingComparison implements Comparison {
    private static final String NANOSECONDS = "ns/site";
    private static final double NANO = 1e-9;
    private static final double TIMES_AS_FAST = 300;
    private static final double SITE = 3;
    /** Fine sizes from which on {@link #SITE} is expected. */
    private static final int LARGE = 64;

    @Override
    public String name() {
        return "resolving";
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        ContestTable table = ContestTable.ofSpeed(Measure.time(NANOSECONDS, NANO));
        try (SavedNetwork network = new SavedNetwork(surroundings, effort)) {
            for (int coarse : effort.quick() ? List.of(8) : List.of(8, 16, 64)) {
                Contest contest = new Contest(effort, Fairness.none());
                table.add(
                        coarse + " -> " + 2 * coarse, contest.hold(contenders(surroundings, network.folder(), coarse)));
            }
        }
        return new Section(
                        "Super-resolving",
                        "Time a fine site of one and the same trained network ([64, 32] filters, [5, 1, 3] kernels) in TensorFlow on "
                                + "the CPU with one thread, and compiled to a table; sampling the spins included.")
                .add(table.table());
    }

    private static List<Contender> contenders(Surroundings surroundings, Path folder, int coarse) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(surroundings.plain(
                "TensorFlow", surroundings.newest(), "resolve", "network", folder.toString(), String.valueOf(coarse)));
        for (Jdk jdk : surroundings.jdks()) {
            Contender table = surroundings
                    .plain("table", jdk, "resolve", "table", folder.toString(), String.valueOf(coarse))
                    .expecting(Target.atLeast(TIMES_AS_FAST));
            contenders.add(
                    2 * coarse >= LARGE ? table.expecting(Target.atMost(SITE).of(NANOSECONDS)) : table);
        }
        return contenders;
    }
}
