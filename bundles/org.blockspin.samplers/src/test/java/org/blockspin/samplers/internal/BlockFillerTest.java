package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.blockspin.api.Configurations;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFillerTest {
    private static final Sampler.Target TARGET = Sampled.isingOnChain(4, 1);

    /** With this probability a sweep draws the energy anew, else nothing happens: tau = 1/refresh - 1/2. */
    private static final class Lazy implements MarkovChain {
        private final SpinSystem spins = new SpinSystem(TARGET.model(), TARGET.lattice());
        private final double refresh;
        private int sweeps;

        Lazy(double refresh) {
            this.refresh = refresh;
        }

        @Override
        public SpinSystem spins() {
            return spins;
        }

        @Override
        public void calibrate(RandomStream random, Progress progress) {}

        @Override
        public void sweep(RandomStream random) {
            sweeps++;
            if (random.nextDouble() < refresh) {
                spins.states()[0] = random.nextInt(2);
            }
        }
    }

    /** Sweeps done when each configuration was written. */
    private static List<Integer> sweepsAtConfigurations(
            Lazy chain, Optional<Integer> equilibration, Optional<Integer> decorrelation) {
        List<Integer> sweeps = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction) {
                sweeps.add(chain.sweeps);
            }

            @Override
            public void checkCancelled() {}
        };
        BlockFiller filler = new BlockFiller(TARGET, equilibration, decorrelation, () -> chain);
        filler.fill(new Configurations(TARGET.lattice(), 1, 3), RandomStreams.of(1, "lazy"), progress);
        return sweeps;
    }

    @Test
    void givenLengthsAreKept() {
        assertThat(sweepsAtConfigurations(new Lazy(0.5), Optional.of(30), Optional.of(7)))
                .containsExactly(37, 44, 51);
    }

    @Test
    void frozenChainNeedsOnePilot() {
        assertThat(sweepsAtConfigurations(new Lazy(0), Optional.empty(), Optional.empty()))
                .containsExactly(403, 406, 409);
    }

    @Test
    void pilotsComeAfterAGivenBurnInAndBeforeAGivenGap() {
        assertThat(sweepsAtConfigurations(new Lazy(0), Optional.of(30), Optional.empty()))
                .containsExactly(433, 436, 439);
        assertThat(sweepsAtConfigurations(new Lazy(0), Optional.empty(), Optional.of(9)))
                .containsExactly(409, 418, 427);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, 0.02})
    void slowerChainsRunLonger(double refresh) {
        List<Integer> sweeps = sweepsAtConfigurations(new Lazy(refresh), Optional.empty(), Optional.empty());
        double tau = 1 / refresh - 0.5;
        int gap = sweeps.get(2) - sweeps.get(1);
        assertThat(sweeps.get(1) - sweeps.get(0)).isEqualTo(gap);
        assertThat((double) gap).isBetween(2.5 * tau, 10 * tau + 1);
        assertThat((double) sweeps.get(0) - gap).isGreaterThan(200 * tau);
    }

    /** One more site turns over every 256 sweeps: no pilot is ever long enough. */
    private static final class Drifting implements MarkovChain {
        private final SpinSystem spins;
        private int sweeps;

        Drifting(Sampler.Target target) {
            spins = new SpinSystem(target.model(), target.lattice());
        }

        @Override
        public SpinSystem spins() {
            return spins;
        }

        @Override
        public void calibrate(RandomStream random, Progress progress) {}

        @Override
        public void sweep(RandomStream random) {
            if (++sweeps % 256 == 0) {
                spins.states()[sweeps / 256 % spins.states().length] ^= 1;
            }
        }
    }

    @Test
    void pilotsEndAtTheLongestOne() {
        Sampler.Target target = Sampled.isingOnChain(1024, 1);
        Drifting chain = new Drifting(target);
        BlockFiller filler = new BlockFiller(target, Optional.empty(), Optional.of(1), () -> chain);
        filler.fill(new Configurations(target.lattice(), 1, 1), RandomStreams.of(1, "drift"), Progress.none());
        assertThat(chain.sweeps).isEqualTo(400 * 1023 + 1);
    }

    static Sampler.Source critical(Function<Sampler.Target, Sampler.Source> sampler) {
        return sampler.apply(Sampled.isingOnSquare(8, Sampled.CRITICAL));
    }

    private static Configurations block(Sampler.Source source, long seed) {
        Sampler.Target target = Sampled.isingOnSquare(8, Sampled.CRITICAL);
        Configurations out = new Configurations(target.lattice(), 1, 200);
        source.fill(out, RandomStreams.of(seed, "block"), Progress.none());
        return out;
    }

    @Test
    void sameStreamGivesTheSameBits() {
        for (Function<Sampler.Target, Sampler.Source> sampler :
                List.<Function<Sampler.Target, Sampler.Source>>of(Sampled::wolff, Sampled::metropolis)) {
            Sampler.Source source = critical(sampler);
            Configurations first = block(source, 1);
            Configurations other = block(source, 2);
            assertThat(other).isNotEqualTo(first);
            assertThat(block(source, 1)).isEqualTo(first);
            assertThat(block(critical(sampler), 1)).isEqualTo(first);
        }
    }

    @Test
    void everythingInTheBlockIsOverwritten() {
        Sampler.Target target = Sampled.isingOnSquare(3, 2);
        Configurations clean = new Configurations(target.lattice(), 1, 20);
        Configurations dirty = new Configurations(target.lattice(), 1, 20);
        Arrays.fill(dirty.words(), -1L);
        Sampled.wolff(target).fill(clean, RandomStreams.of(1, "dirty"), Progress.none());
        Sampled.wolff(target).fill(dirty, RandomStreams.of(1, "dirty"), Progress.none());
        assertThat(dirty).isEqualTo(clean);
    }

    @Test
    void successiveConfigurationsAreNearlyUncorrelated() {
        assertThat(correlation(Sampled::wolff)).isBetween(-0.06, 0.06);
        assertThat(correlation(Sampled::metropolis)).isBetween(-0.06, 0.06);
    }

    /** Correlation of |m| of successive configurations; 100 blocks of 200 give a sigma of 0.007, and tau that came
     * out too small leaves about 0.03. */
    private static double correlation(Function<Sampler.Target, Sampler.Source> sampler) {
        Sampler.Source source = critical(sampler);
        double mean = 0.77733;
        double product = 0;
        double square = 0;
        for (int seed = 0; seed < 100; seed++) {
            Configurations out = block(source, seed);
            double previous = 0;
            for (int c = 0; c < out.count(); c++) {
                double deviation = Math.abs(Sampled.magnetization(out.states(c))) - mean;
                product += previous * deviation;
                square += deviation * deviation;
                previous = deviation;
            }
        }
        return product / square;
    }

    /** Far below T_c no block of single-site updates ever turns over: its sign is that of its start. */
    @Test
    void coldStartsTakeBothSignsEquallyOften() {
        Sampler.Target target = Sampled.isingOnSquare(8, 1);
        Sampled sampled = new Sampled(Sampled.metropolis(target, 20, 1), target, 400, 2, states ->
                new double[] {Sampled.magnetization(states)});
        sampled.assertThatColumnIs(0, 0, 0.051);
    }

    @Test
    void wolffTurnsOverWithinABlock() {
        Sampler.Target target = Sampled.isingOnSquare(8, 1);
        Sampled sampled = new Sampled(
                Sampled.wolff(target), target, 20, 512, states -> new double[] {Sampled.magnetization(states)});
        sampled.assertThatColumnIs(0, 0, 0.03);
    }

    @Test
    void cancellingEndsTheBlock() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        Configurations out = new Configurations(TARGET.lattice(), 1, 3);
        for (Sampler.Source source :
                List.of(Sampled.wolff(TARGET), Sampled.metropolis(TARGET), Sampled.exactChain(TARGET))) {
            assertThatThrownBy(() -> source.fill(out, RandomStreams.of(1, "cancel"), cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void configurationsOfAnotherLatticeAreRefused() {
        Configurations out = new Configurations(Sampled.isingOnChain(8, 1).lattice(), 1, 3);
        for (Sampler.Source source :
                List.of(Sampled.wolff(TARGET), Sampled.metropolis(TARGET), Sampled.exactChain(TARGET))) {
            assertThatThrownBy(() -> source.fill(out, RandomStreams.of(1, "other"), Progress.none()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
