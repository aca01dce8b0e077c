package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Chosen;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.Plugin.NoParameters;
import org.junit.jupiter.api.Test;

class RuleViolationsTest {
    private static final Lattice FINE = Systems.hypercubic("chain", 4);
    private static final Lattice COARSE = Systems.hypercubic("chain", 2);
    private static final Subject ISING = Systems.subject(Systems.ising(), FINE, 2);

    /** Both spins up make an up spin, both down a down spin, and chance decides between them. */
    private record OfPairs(Lattice fine) implements BlockRule {
        @Override
        public Lattice coarse() {
            return Systems.hypercubic("chain", fine.sites() / 2);
        }

        @Override
        public BlockRule on(Lattice otherFine) {
            return new OfPairs(otherFine);
        }

        @Override
        public double scaleFactor() {
            return 2;
        }

        @Override
        public int[] block(int coarseSite) {
            return new int[] {2 * coarseSite, 2 * coarseSite + 1};
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return Arrays.stream(blockStates)
                            .filter(state -> state == coarseState)
                            .count()
                    / 2.0;
        }
    }

    private static final class Pairs implements CoarseGrainer<NoParameters> {
        @Override
        public BlockRule create(NoParameters parameters, Fine fine) {
            return new OfPairs(fine.lattice());
        }
    }

    private record Coarse(Lattice lattice, Optional<BlockRule> rule, List<int[]> states) implements Ensemble {
        @Override
        public Model model() {
            return Systems.ising();
        }

        @Override
        public OptionalDouble temperature() {
            return OptionalDouble.of(2);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public long count() {
            return states.size();
        }

        @Override
        public Configurations block(long index) {
            return configurations(lattice, states.toArray(int[][]::new));
        }

        @Override
        public String root() {
            return "root";
        }

        @Override
        public boolean independent() {
            return true;
        }
    }

    private static Configurations configurations(Lattice lattice, int[]... states) {
        Configurations configurations = new Configurations(lattice, 1, states.length);
        for (int c = 0; c < states.length; c++) {
            configurations.setStates(c, states[c]);
        }
        return configurations;
    }

    private static final Optional<Chosen<CoarseGrainer<?>, CoarseGrainer.Fine, BlockRule>> NONE = Optional.empty();

    private static Measurement violations(
            Ensemble coarse, Optional<Chosen<CoarseGrainer<?>, CoarseGrainer.Fine, BlockRule>> rule) {
        return new RuleViolations()
                .create(new RuleViolations.Parameters(new Input<>("coarse", () -> coarse), rule), ISING);
    }

    private static final List<int[]> SPINS = List.of(new int[] {1, 0}, new int[] {1, 1}, new int[] {0, 0});

    @Test
    void onlyWhatTheRuleCannotHaveMadeIsAViolation() {
        Configurations fine =
                configurations(FINE, new int[] {1, 1, 0, 0}, new int[] {1, 0, 0, 0}, new int[] {1, 1, 1, 1});
        Ensemble made = new Coarse(COARSE, Optional.of(new OfPairs(FINE)), SPINS);
        Ensemble simulated = new Coarse(COARSE, Optional.empty(), SPINS);
        Chosen<CoarseGrainer<?>, CoarseGrainer.Fine, BlockRule> chosen =
                new Chosen<>("pairs", new Pairs(), new NoParameters());
        for (Measurement measurement : List.of(violations(made, NONE), violations(simulated, Optional.of(chosen)))) {
            assertThat(Systems.rows(measurement, fine)).isDeepEqualTo(new double[][] {{0}, {0.5}, {1}});
            assertThat(Systems.quantities(measurement, new double[] {0.25})).containsEntry("rule_violations", 0.25);
        }
    }

    @Test
    void theRuleIsTakenToTheMeasuredSize() {
        Ensemble made = new Coarse(COARSE, Optional.of(new OfPairs(Systems.hypercubic("chain", 8))), SPINS);
        assertThat(Systems.rows(violations(made, NONE), configurations(FINE, new int[] {0, 0, 0, 0})))
                .isDeepEqualTo(new double[][] {{0.5}});
    }

    @Test
    void othersAreRefused() {
        assertThatThrownBy(() -> violations(new Coarse(COARSE, Optional.empty(), SPINS), NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("made by coarse-graining, or \"rule\"");
        assertThatThrownBy(() -> violations(new Coarse(FINE, Optional.of(new OfPairs(FINE)), SPINS), NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("on 2")
                .hasMessageContaining("ising on 4");
    }
}
