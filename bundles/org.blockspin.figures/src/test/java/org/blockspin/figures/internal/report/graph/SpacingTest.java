package org.blockspin.figures.internal.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpacingTest {
    @Test
    void wishesThatLeaveRoomAreGranted() {
        assertThat(Spacing.place(new double[] {0, 5, 100}, new double[] {0, 5, 10}))
                .containsExactly(0, 5, 100);
    }

    @Test
    void thoseThatWantOnePlaceStandAroundIt() {
        assertThat(Spacing.place(new double[] {7, 7, 7}, new double[] {0, 2, 4}))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(13 / 3.0, 19 / 3.0, 31 / 3.0);
    }

    @Test
    void nothingNearerToTheWishesKeepsTheDistances() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            double[] wishes = random.doubles(6, 0, 10).toArray();
            double[] distances = random.doubles(6, 0, 3).toArray();
            double[] placed = Spacing.place(wishes, distances);
            double best = cost(wishes, placed);
            for (int i = 1; i < placed.length; i++) {
                assertThat(placed[i] - placed[i - 1]).isGreaterThanOrEqualTo(distances[i] - 1e-9);
            }
            for (int attempt = 0; attempt < 200; attempt++) {
                double[] other = placed.clone();
                for (int i = 0; i < other.length; i++) {
                    other[i] += random.nextGaussian() * 0.3;
                    other[i] = i == 0 ? other[i] : Math.max(other[i], other[i - 1] + distances[i]);
                }
                assertThat(cost(wishes, other)).isGreaterThanOrEqualTo(best - 1e-9);
            }
        }
    }

    private static double cost(double[] wishes, double[] placed) {
        double cost = 0;
        for (int i = 0; i < wishes.length; i++) {
            cost += (wishes[i] - placed[i]) * (wishes[i] - placed[i]);
        }
        return cost;
    }

    @Test
    void emptyRowHasNoPositions() {
        assertThat(Spacing.place(new double[0], new double[0])).isEmpty();
    }
}
