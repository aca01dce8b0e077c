package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables say in between and beyond what was measured. */
class BurnInTest {
    private static final double CRITICAL = 2 / StrictMath.log(1 + StrictMath.sqrt(2));

    private static Grid square(int size) {
        return new Grid(size, size);
    }

    /** Not square, and of this longer extent. */
    private static Grid oblong(int size) {
        return new Grid(4, size);
    }

    private static BurnIn.Schedule metropolis(Grid grid, double temperature) {
        return BurnIn.metropolis(grid, temperature).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 16, 50, 128, 200, 1024})
    void criticalLatticesTakeLongest(int size) {
        int critical = BurnIn.cluster(oblong(size), CRITICAL).steps();
        assertThat(critical)
                .isGreaterThanOrEqualTo(BurnIn.cluster(oblong(size), 1.0).steps());
        assertThat(critical)
                .isGreaterThanOrEqualTo(BurnIn.cluster(oblong(size), 4.0).steps());
    }

    @Test
    void inBetweenItTakesTheMostStepsOfThePointsAround() {
        int between = BurnIn.cluster(oblong(48), 2.3).steps();
        assertThat(between)
                .isGreaterThanOrEqualTo(BurnIn.cluster(oblong(32), CRITICAL).steps());
        assertThat(between)
                .isGreaterThanOrEqualTo(BurnIn.cluster(oblong(64), CRITICAL).steps());
    }

    @Test
    void mixedStartIsTakenOnlyAtThePointWhereItWasMeasured() {
        assertThat(BurnIn.cluster(square(16), CRITICAL).hot()).isBetween(0.01, 0.5);
        assertThat(BurnIn.cluster(oblong(16), CRITICAL).hot()).isIn(0.0, 1.0);
        assertThat(BurnIn.cluster(square(16), 2.27).hot()).isIn(0.0, 1.0);
    }

    @Test
    void metropolisGoesOnGrowingBeyondTheTable() {
        int largest = metropolis(square(128), CRITICAL).steps();
        assertThat(metropolis(square(256), CRITICAL).steps()).isGreaterThan(3 * largest);
        assertThat(metropolis(square(256), 1.0).steps()).isLessThan(100);
    }

    @Test
    void everyTemperatureHasASchedule() {
        for (double temperature : new double[] {1e-300, 0.01, 3.3, 1e9, Double.POSITIVE_INFINITY}) {
            assertThat(BurnIn.cluster(square(10), temperature).steps()).isBetween(1, 100);
            assertThat(metropolis(square(10), temperature).steps()).isBetween(1, 1000);
        }
    }

    @Test
    void stripsRelaxAsTheirWidthTellsAndALittleLongerTheLongerTheyAre() {
        int measured = metropolis(new Grid(8, 128), CRITICAL).steps();
        assertThat(metropolis(new Grid(128, 8), CRITICAL).steps()).isEqualTo(measured);
        assertThat(metropolis(new Grid(8, 32), CRITICAL).steps()).isEqualTo(measured);
        assertThat(metropolis(new Grid(8, 1024), CRITICAL).steps()).isBetween(measured + 1, measured * 5 / 4);
        assertThat(metropolis(new Grid(4, 128), CRITICAL).steps()).isLessThan(measured / 2);
        assertThat(metropolis(new Grid(32, 256), CRITICAL).steps()).isGreaterThan(4 * measured);
    }

    @Test
    void nothingIsKnownOfStripsBelowTheTemperaturesThatWereMeasured() {
        assertThat(BurnIn.metropolis(new Grid(4, 64), 1.8)).isPresent();
        assertThat(BurnIn.metropolis(new Grid(4, 64), 1.79)).isEmpty();
        assertThat(BurnIn.metropolis(new Grid(6, 64), 1.8)).isEmpty();
        assertThat(BurnIn.metropolis(new Grid(4, 64), 1e-300)).isEmpty();
        assertThat(BurnIn.metropolis(new Grid(4, 64), Double.POSITIVE_INFINITY)).isPresent();
    }
}
