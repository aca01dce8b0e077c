package org.blockspin.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.SuperResolver;
import org.junit.jupiter.api.Test;

final class CrossEntropyTest {
    /** Each of the four fine spins of a coarse one is equal to it with probability 0.9. */
    private static final LocalConditional COPIES = new LocalConditional() {
        @Override
        public List<Integer> ratio() {
            return List.of(2, 2);
        }

        @Override
        public List<Place> window() {
            return List.of(new Place(List.of(0, 0), 0));
        }

        @Override
        public List<Place> targets() {
            return List.of(
                    new Place(List.of(0, 0), 0),
                    new Place(List.of(0, 1), 0),
                    new Place(List.of(1, 0), 0),
                    new Place(List.of(1, 1), 0));
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public void probabilities(long[] windows, float[] probabilities) {
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = windows[i / 8] == i % 2 ? 0.9F : 0.1F;
            }
        }
    };

    @Test
    void crossEntropyIsTheMeanCostOfTheSpinsThatAreThere() {
        Configurations coarse = new Configurations(CriticalIsing.lattice(2), 1, 2);
        Configurations fine = new Configurations(CriticalIsing.lattice(4), 1, 2);
        coarse.setState(1, 3, 1);
        // In the second configuration three of four copies are up, and one is not.
        fine.setState(1, 10, 1);
        fine.setState(1, 11, 1);
        fine.setState(1, 14, 1);

        Map<String, Double> facts = new CrossEntropy(
                        COPIES,
                        new SuperResolver.Pairs(
                                new InMemory(coarse, Optional.empty()), new InMemory(fine, Optional.empty())))
                .facts();

        double first = -Math.log(0.9);
        double second = -(15 * Math.log(0.9) + Math.log(0.1)) / 16;
        assertThat(facts.get("cross_entropy")).isCloseTo((first + second) / 2, within(1e-6));
        assertThat(facts.get("error")).isCloseTo((second - first) / 2 / Math.sqrt(2), within(1e-6));
    }
}
