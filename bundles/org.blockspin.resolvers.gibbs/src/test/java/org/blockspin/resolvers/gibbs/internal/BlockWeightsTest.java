package org.blockspin.resolvers.gibbs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.RandomStream;
import org.blockspin.coarsegrainers.internal.Majority.Tie;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of a block against energies of whole configurations, and the table against the weights. */
class BlockWeightsTest {
    private static final Lattice SQUARE = TestData.lattice(8, 8);

    /** The smallest of these leaves no weight that is a number: an up spin among down ones has e^-1600 of another. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 1, 2.27, 100})
    void probabilitiesAreThoseOfWholeConfigurations(double temperature) {
        Model model = TestData.ising(SQUARE);
        BlockRule rule = TestData.majority(SQUARE, 2, Tie.RANDOM);
        Blocks blocks = new Blocks(new Target(model, rule, temperature), rule);
        RandomStream random = RandomStreams.of(1, "blocks");
        for (int trial = 0; trial < 50; trial++) {
            int[] sigma = new int[SQUARE.sites()];
            Arrays.setAll(sigma, i -> random.nextInt(2));
            int blockSpin = random.nextInt(2);
            if (trial < 2) {
                blockSpin = trial;
                Arrays.fill(sigma, 1 - blockSpin);
            }
            int block = random.nextInt(rule.coarse().sites());
            double[] exact = exactly(model, rule, temperature, block, blockSpin, sigma);
            double[] found = probabilities(blocks, block, blockSpin, codes(rule, sigma));
            assertThat(found).containsExactly(exact, within(1e-12));
        }
    }

    private static double[] exactly(
            Model model, BlockRule rule, double temperature, int block, int blockSpin, int[] sigma) {
        int[] sites = rule.block(block);
        double[] logs = new double[1 << sites.length];
        int[] changed = sigma.clone();
        for (int code = 0; code < logs.length; code++) {
            int[] states = new int[sites.length];
            for (int i = 0; i < sites.length; i++) {
                states[i] = code >> i & 1;
                changed[sites[i]] = states[i];
            }
            logs[code] = StrictMath.log(rule.probability(blockSpin, states))
                    - TestData.energy(model, rule.fine(), changed) / temperature;
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        double[] weights =
                Arrays.stream(logs).map(log -> StrictMath.exp(log - largest)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] probabilities(Blocks blocks, int block, int blockSpin, int[] codes) {
        BlockWeights weights = blocks.weights(block);
        int[] neighbours = blocks.bonds().neighbours(block);
        int[] states = weights.shape().outer().stream()
                .mapToInt(bond -> blocks.states().state(codes[neighbours[bond.neighbour()]], bond.place()))
                .toArray();
        double[] sums = new double[blocks.states().count()];
        weights.accumulate(blockSpin, states, sums);
        double[] probabilities = new double[sums.length];
        Arrays.setAll(probabilities, i -> (sums[i] - (i == 0 ? 0 : sums[i - 1])) / sums[sums.length - 1]);
        return probabilities;
    }

    private static int[] codes(BlockRule rule, int[] sigma) {
        int[] codes = new int[rule.coarse().sites()];
        for (int block = 0; block < codes.length; block++) {
            int[] sites = rule.block(block);
            for (int i = sites.length - 1; i >= 0; i--) {
                codes[block] = 2 * codes[block] + sigma[sites[i]];
            }
        }
        return codes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 2.27, 100})
    void tableDrawsWhatTheWeightsSay(double temperature) {
        Model model = TestData.ising(SQUARE);
        for (BlockRule rule : List.of(
                TestData.majority(SQUARE, 2, Tie.UPPER_LEFT),
                TestData.majority(SQUARE, 2, Tie.RANDOM),
                TestData.majority(TestData.lattice(6, 6), 3, Tie.UPPER_LEFT),
                TestData.decimation(SQUARE, 2))) {
            Blocks blocks = new Blocks(new Target(model, rule, temperature), rule);
            BlockWeights weights = blocks.weights(0);
            BlockDraw direct = new DirectDraw(weights);
            BlockDraw table = blocks.draws()[0];
            assertThat(table).isInstanceOf(TabulatedDraw.class);
            RandomStream random = RandomStreams.of(2, "draws");
            int[] codes = new int[rule.coarse().sites()];
            int[] neighbours = blocks.bonds().neighbours(0);
            for (int trial = 0; trial < 1000; trial++) {
                Arrays.setAll(codes, block -> random.nextInt(blocks.states().count()));
                int blockSpin = random.nextInt(2);
                double uniform = random.nextDouble();
                int expected = direct.draw(blockSpin, codes, neighbours, uniform);
                assertThat(table.draw(blockSpin, codes, neighbours, uniform)).isEqualTo(expected);
                assertThat(weights.allows(blockSpin, expected)).isTrue();
            }
        }
    }

    @Test
    void blocksWithManyStatesAndNeighboursHaveNoTable() {
        BlockRule rule = TestData.majority(SQUARE, 4, Tie.RANDOM);
        Blocks blocks = new Blocks(new Target(TestData.ising(SQUARE), rule, 2), rule);
        assertThat(blocks.draws()).hasSize(4).hasOnlyElementsOfType(DirectDraw.class);
    }

    @Test
    void blocksOfPeriodicLatticesShareTheirWeights() {
        BlockRule rule = TestData.majority(SQUARE, 2, Tie.UPPER_LEFT);
        Blocks blocks = new Blocks(new Target(TestData.ising(SQUARE), rule, 2), rule);
        for (int block = 0; block < rule.coarse().sites(); block++) {
            assertThat(blocks.weights(block)).isSameAs(blocks.weights(0));
            assertThat(blocks.bonds().neighbours(block)).hasSize(4);
        }
    }

    @Test
    void startIsTheUpsampledConfiguration() {
        BlockRule rule = TestData.majority(SQUARE, 2, Tie.UPPER_LEFT);
        GibbsChain chain = new GibbsChain(new Blocks(new Target(TestData.ising(SQUARE), rule, 2), rule));
        int[] coarse =
                TestData.random(rule.coarse(), 1, RandomStreams.of(3, "coarse")).states(0);
        chain.start(coarse);
        int[] states = chain.states();
        for (int site = 0; site < coarse.length; site++) {
            int spin = coarse[site];
            assertThat(Arrays.stream(rule.block(site)).map(i -> states[i])).allMatch(state -> state == spin);
        }
    }

    @Test
    void blockSpinThatTheRuleNeverMakesIsRefused() {
        Lattice ring = TestData.lattice(8);
        BlockRule rule = new NeverUp(ring);
        GibbsChain chain = new GibbsChain(new Blocks(new Target(TestData.ising(ring), rule, 2), rule));
        chain.start(new int[4]);
        assertThatThrownBy(() -> chain.start(new int[] {0, 0, 1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rule makes no block spin of state 1");
    }

    private record NeverUp(Lattice fine) implements BlockRule {
        @Override
        public Lattice coarse() {
            return TestData.lattice(4);
        }

        @Override
        public BlockRule on(Lattice otherFine) {
            return this;
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
            return 1 - coarseState;
        }
    }
}
