package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;

class BinnedRowsTest {
    private static BinnedRows binned(int rowsPerBin, double[]... rows) {
        BinnedRows.Builder builder = BinnedRows.builder(rows[0].length, rowsPerBin);
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    private static double[][] randomRows(int count, long seed) {
        RandomStream random = RandomStreams.of(seed, "rows");
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            double x = Series.normal(random);
            rows[i] = new double[] {x, 5 + 0.5 * x + Series.normal(random), random.nextDouble()};
        }
        return rows;
    }

    @Test
    void lastBinTakesWhatIsLeft() {
        BinnedRows rows = binned(2, new double[] {1, 10}, new double[] {2, 20}, new double[] {6, 60});
        assertThat(rows.columns()).isEqualTo(2);
        assertThat(rows.bins()).isEqualTo(2);
        assertThat(rows.samples()).isEqualTo(3);
        assertThat(rows.samples(0)).isEqualTo(2);
        assertThat(rows.samples(1)).isEqualTo(1);
        assertThat(rows.mean()).containsExactly(3, 30);
        assertThat(rows.meanWithout(0)).containsExactly(6, 60);
        assertThat(rows.meanWithout(1)).containsExactly(1.5, 15);
    }

    @Test
    void covarianceIsThatOfCommonsMath() {
        double[][] rows = randomRows(257, 1);
        double[][] expected = new Covariance(rows).getCovarianceMatrix().getData();
        double[][] found = binned(10, rows).covariance();
        for (int i = 0; i < 3; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(1e-13));
        }
    }

    @Test
    void smallVarianceOfLargeMeanIsExact() {
        double[][] rows = new double[1000][];
        for (int i = 0; i < rows.length; i++) {
            double x = i % 2 == 0 ? 1e-3 : -1e-3;
            rows[i] = new double[] {-1e6 + x};
        }
        double exact = 1e-6 * 1000 / 999;
        assertThat(binned(100, rows).covariance()[0][0]).isCloseTo(exact, within(1e-6 * exact));
    }

    @Test
    void concatenatedPartsAreTheWholeBitForBit() {
        double[][] rows = randomRows(100, 2);
        List<BinnedRows> parts = new ArrayList<>();
        for (int from = 0; from < 100; from += 20) {
            parts.add(binned(10, Arrays.copyOfRange(rows, from, from + 20)));
        }
        parts.add(2, BinnedRows.builder(3, 10).build());
        BinnedRows whole = binned(10, rows);
        BinnedRows joined = BinnedRows.concatenate(parts);
        assertThat(joined.bins()).isEqualTo(10);
        assertThat(joined.mean()).containsExactly(whole.mean());
        for (int bin = 0; bin < 10; bin++) {
            assertThat(joined.meanWithout(bin)).containsExactly(whole.meanWithout(bin));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(joined.covariance()[i]).containsExactly(whole.covariance()[i], within(1e-13));
        }
    }

    @Test
    void partialBinsStayWhereTheyWere() {
        BinnedRows joined = BinnedRows.concatenate(
                List.of(binned(2, new double[] {1}, new double[] {2}, new double[] {3}), binned(2, new double[] {4})));
        assertThat(joined.bins()).isEqualTo(3);
        assertThat(joined.meanWithout(0)).containsExactly(3.5);
        assertThat(joined.meanWithout(1)).containsExactly(7.0 / 3);
        assertThat(joined.meanWithout(2)).containsExactly(2);
    }

    @Test
    void mergingJoinsNeighboursEvenly() {
        BinnedRows rows = binned(10, randomRows(101, 3));
        BinnedRows merged = rows.merged(4);
        assertThat(rows.bins()).isEqualTo(11);
        assertThat(merged.bins()).isEqualTo(4);
        assertThat(List.of(merged.samples(0), merged.samples(1), merged.samples(2), merged.samples(3)))
                .containsExactly(30L, 30L, 30L, 11L);
        assertThat(merged.samples()).isEqualTo(101);
        assertThat(merged.mean()).containsExactly(rows.mean(), within(1e-14));
        assertThat(merged.covariance()[1]).containsExactly(rows.covariance()[1]);
        assertThat(rows.merged(11)).isSameAs(rows);
    }

    @Test
    void mergedBinsHoldTheRowsOfTheirNeighbours() {
        double[][] rows = new double[8][];
        Arrays.setAll(rows, i -> new double[] {i});
        BinnedRows merged = binned(1, rows).merged(2);
        assertThat(merged.meanWithout(0)).containsExactly(5.5);
        assertThat(merged.meanWithout(1)).containsExactly(1.5);
    }

    @Test
    void builtRowsDoNotChangeWhenTheBuilderGoesOn() {
        BinnedRows.Builder builder = BinnedRows.builder(1, 4);
        builder.add(new double[] {1});
        builder.add(new double[] {3});
        BinnedRows before = builder.build();
        builder.add(new double[] {100});
        assertThat(before.samples()).isEqualTo(2);
        assertThat(before.mean()).containsExactly(2);
        assertThat(before.covariance()[0][0]).isEqualTo(2);
        assertThat(builder.build().samples(0)).isEqualTo(3);
    }

    @Test
    void withoutRowsThereAreNoMeans() {
        BinnedRows empty = BinnedRows.builder(2, 4).build();
        assertThat(empty.bins()).isZero();
        assertThat(empty.samples()).isZero();
        assertThat(empty.mean()).containsExactly(Double.NaN, Double.NaN);
        assertThat(empty.covariance()[1][0]).isNaN();
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        BinnedRows.Builder builder = BinnedRows.builder(2, 4);
        assertThatThrownBy(() -> builder.add(new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinnedRows.concatenate(
                        List.of(builder.build(), BinnedRows.builder(3, 4).build())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinnedRows.concatenate(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
