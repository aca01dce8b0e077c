package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables say in between and beyond what was measured. */
class BurnInTest {
    private static final double CRITICAL = 2 / StrictMath.log(1 + StrictMath.sqrt(2));

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 16, 50, 128, 200, 1024})
    void criticalLatticesTakeLongest(int size) {
        int critical = BurnIn.CLUSTER.schedule(size, false, CRITICAL).steps();
        assertThat(critical)
                .isGreaterThanOrEqualTo(
                        BurnIn.CLUSTER.schedule(size, false, 1.0).steps());
        assertThat(critical)
                .isGreaterThanOrEqualTo(
                        BurnIn.CLUSTER.schedule(size, false, 4.0).steps());
    }

    @Test
    void inBetweenItTakesTheMostStepsOfThePointsAround() {
        int between = BurnIn.CLUSTER.schedule(48, false, 2.3).steps();
        assertThat(between)
                .isGreaterThanOrEqualTo(
                        BurnIn.CLUSTER.schedule(32, false, CRITICAL).steps());
        assertThat(between)
                .isGreaterThanOrEqualTo(
                        BurnIn.CLUSTER.schedule(64, false, CRITICAL).steps());
    }

    @Test
    void mixedStartIsTakenOnlyAtThePointWhereItWasMeasured() {
        assertThat(BurnIn.CLUSTER.schedule(16, true, CRITICAL).hot()).isBetween(0.01, 0.5);
        assertThat(BurnIn.CLUSTER.schedule(16, false, CRITICAL).hot()).isIn(0.0, 1.0);
        assertThat(BurnIn.CLUSTER.schedule(16, true, 2.27).hot()).isIn(0.0, 1.0);
    }

    @Test
    void metropolisGoesOnGrowingBeyondTheTable() {
        int largest = BurnIn.METROPOLIS.schedule(128, true, CRITICAL).steps();
        assertThat(BurnIn.METROPOLIS.schedule(256, true, CRITICAL).steps()).isGreaterThan(3 * largest);
        assertThat(BurnIn.METROPOLIS.schedule(256, true, 1.0).steps()).isLessThan(100);
    }

    @Test
    void everyTemperatureHasASchedule() {
        for (double temperature : new double[] {1e-300, 0.01, 3.3, 1e9, Double.POSITIVE_INFINITY}) {
            assertThat(BurnIn.CLUSTER.schedule(10, true, temperature).steps()).isBetween(1, 100);
            assertThat(BurnIn.METROPOLIS.schedule(10, true, temperature).steps())
                    .isBetween(1, 1000);
        }
    }
}
