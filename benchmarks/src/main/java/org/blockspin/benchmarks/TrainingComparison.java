package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Training: steps on whole lattices and on distinct windows, and whole trainings. */
final class TrainingComparison implements Comparison {
    private static final double MILLI = 1e-3;
    private static final double SECONDS = 30;
    private static final double CROSS_ENTROPY = 0.2451;

    @Override
    public String name() {
        return "training";
    }

    /**
     * A way to train.
     *
     * @param schedule of the learning rate
     * @param expected whether the targets are meant for it
     */
    private record Way(String schedule, int epochs, int lbfgsIterations, boolean expected) {
        String code() {
            return epochs + " epochs, " + schedule + " rate"
                    + (lbfgsIterations > 0 ? ", and " + lbfgsIterations + " iterations of L-BFGS" : "");
        }
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        int batch = effort.choose(1000, 50);
        return new Section(
                        "Training",
                        "The paper's network from 8x8 to 16x16 at T_c, one core, processor time: a step of Adam on a batch of "
                                + batch
                                + " pairs, and whole trainings on " + pairs(effort)
                                + " pairs, a tenth of them for validation. "
                                + "Cross-entropies are those of " + 5 * pairs(effort)
                                + " other pairs, the same for all trainings, in "
                                + "nats a site; their standard errors are those of the pairs, which all have in common.")
                .add(steps(surroundings, effort, batch))
                .add(trainings(surroundings, effort));
    }

    private static int pairs(Effort effort) {
        return effort.choose(40_000, 2000);
    }

    private static TextTable steps(Surroundings surroundings, Effort effort, int batch)
            throws ComparisonException, IOException {
        List<Contender> contenders = new ArrayList<>();
        for (String training : List.of("whole-lattices", "distinct-windows")) {
            contenders.add(
                    surroundings.plain(training, surroundings.newest(), "step", training, String.valueOf(batch)));
        }
        ContestTable table = ContestTable.ofSpeed(Measure.time("ms/step", MILLI));
        table.add(batch + " pairs", new Contest(effort, Fairness.none()).hold(contenders));
        return table.table();
    }

    private static TextTable trainings(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException {
        TextTable table = new TextTable("training", "s", "cross-entropy", "target");
        for (Way way : List.of(
                new Way("constant", effort.choose(100, 2), 0, false),
                new Way("cosine", effort.choose(10, 1), effort.choose(300, 2), true))) {
            Contender contender = surroundings.plain(
                    way.code(),
                    surroundings.newest(),
                    "train",
                    way.schedule,
                    String.valueOf(way.epochs),
                    String.valueOf(way.lbfgsIterations),
                    String.valueOf(pairs(effort)));
            try (Conversation conversation = new Conversation(contender)) {
                addRow(table, way, contender, conversation.ask(0));
            }
        }
        return table;
    }

    private static void addRow(TextTable table, Way way, Contender contender, Conversation.Answer answer) {
        double crossEntropy = answer.facts().getOrDefault("cross_entropy", Double.NaN);
        double error = answer.facts().getOrDefault("error", Double.NaN);
        String targets = Target.atMost(SECONDS).of("s").judged(Optional.of(answer.seconds())) + "; "
                + Target.atMost(CROSS_ENTROPY).of("cross-entropy").judged(Optional.of(crossEntropy));
        table.add(
                contender.code(),
                Numbers.significant(answer.seconds()),
                String.format(Locale.ROOT, "%.5f ± %.5f", crossEntropy, error),
                way.expected ? targets : "");
    }
}
