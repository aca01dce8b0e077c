package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.blockspin.api.RandomStream;
import org.blockspin.resolvers.cnn.internal.LimitedMemoryBfgs.Function;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedMemoryBfgsTest {
    /** Rosenbrock (1960), in any even number of dimensions; the minimum is 0 at (1, 1, ...). */
    private static double rosenbrock(double[] x, double[] gradient) {
        double value = 0;
        for (int i = 0; i < x.length; i += 2) {
            double valley = x[i + 1] - x[i] * x[i];
            value += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
            gradient[i] = -400 * valley * x[i] - 2 * (1 - x[i]);
            gradient[i + 1] = 200 * valley;
        }
        return value;
    }

    private static int minimize(LimitedMemoryBfgs minimizer, int most) {
        double last = minimizer.value();
        int steps = 0;
        while (steps < most && minimizer.step()) {
            assertThat(minimizer.value()).isLessThan(last);
            last = minimizer.value();
            steps++;
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 1000})
    void curvedValleyIsFollowedToItsMinimum(int dimensions) {
        double[] start = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        AtomicInteger evaluations = new AtomicInteger();
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(
                (x, gradient) -> {
                    evaluations.incrementAndGet();
                    return rosenbrock(x, gradient);
                },
                start);
        assertThat(minimize(minimizer, 200)).isLessThan(100);
        assertThat(evaluations).hasValueLessThan(250);
        assertThat(minimizer.value()).isLessThan(1e-20);
        for (double x : minimizer.point()) {
            assertThat(x).isCloseTo(1, within(1e-9));
        }
        assertThat(start[0]).isEqualTo(-1.2);
    }

    /** sum_i c_i (x_i - i)^2 / 2 with c from 1 to 10^4. */
    private static double quadratic(double[] x, double[] gradient) {
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            double curvature = StrictMath.pow(10, 4.0 * i / (x.length - 1));
            value += curvature * (x[i] - i) * (x[i] - i) / 2;
            gradient[i] = curvature * (x[i] - i);
        }
        return value;
    }

    @Test
    void illConditionedQuadraticIsSolved() {
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(LimitedMemoryBfgsTest::quadratic, new double[100]);
        assertThat(minimizer.value()).isGreaterThan(1e6);
        minimize(minimizer, 700);
        assertThat(minimizer.value()).isLessThan(1e-8);
        for (int i = 0; i < 100; i++) {
            assertThat(minimizer.point()[i]).isCloseTo(i, within(1e-4));
        }
    }

    /** Rastrigin (1974): 10 n + sum x_i^2 - 10 cos(2 pi x_i), a minimum near every integer point. */
    @Test
    void nearestOfManyMinimaIsFound() {
        Function rastrigin = (x, gradient) -> {
            double value = 10.0 * x.length;
            for (int i = 0; i < x.length; i++) {
                value += x[i] * x[i] - 10 * StrictMath.cos(2 * StrictMath.PI * x[i]);
                gradient[i] = 2 * x[i] + 20 * StrictMath.PI * StrictMath.sin(2 * StrictMath.PI * x[i]);
            }
            return value;
        };
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(rastrigin, new double[] {0.1, -0.2, 0.15});
        minimize(minimizer, 100);
        assertThat(minimizer.value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void firstStepGoesDownhillHoweverSteepItIs() {
        for (double scale : new double[] {1e-6, 1, 1e6}) {
            Function scaled = (x, gradient) -> {
                double value = rosenbrock(x, gradient);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= scale;
                }
                return scale * value;
            };
            LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(scaled, new double[] {-1.2, 1});
            minimize(minimizer, 200);
            assertThat(minimizer.value()).isLessThan(1e-10 * scale);
        }
    }

    @Test
    void whereTheFunctionIsNotFiniteStepsAreShorter() {
        Function barrier = (x, gradient) -> {
            gradient[0] = 1 - 1 / x[0];
            return x[0] > 0 ? x[0] - StrictMath.log(x[0]) : Double.NaN;
        };
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(barrier, new double[] {100});
        minimize(minimizer, 100);
        assertThat(minimizer.point()[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void functionOfFloatsIsMinimizedAsFarAsTheyGo() {
        Function rounded = (x, gradient) -> {
            double[] near = Arrays.stream(x).map(value -> (float) value).toArray();
            double value = (float) (1 + quadratic(near, gradient));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = (float) gradient[i];
            }
            return value;
        };
        RandomStream random = RandomStreams.of(1, "start");
        double[] start = new double[100];
        Arrays.setAll(start, i -> i + random.nextDouble() - 0.5);
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(rounded, start);
        assertThat(minimize(minimizer, 10_000)).isLessThan(2000);
        assertThat(minimizer.value()).isCloseTo(1, within(1e-5));
    }

    @Test
    void minimumIsLeftAsItIs() {
        double[] start = {1, 1};
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(LimitedMemoryBfgsTest::rosenbrock, start);
        assertThat(minimizer.step()).isFalse();
        assertThat(minimizer.point()).containsExactly(1, 1);
    }
}
