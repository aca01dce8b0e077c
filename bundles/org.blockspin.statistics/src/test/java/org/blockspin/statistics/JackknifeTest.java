package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.blockspin.api.Estimate;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;

class JackknifeTest {
    private static double mean(double[] means) {
        return means[0];
    }

    private static double variance(double[] means) {
        return means[1] - means[0] * means[0];
    }

    private static double ratio(double[] means) {
        return means[1] / means[0];
    }

    private static BinnedRows powers(double[] series, int rowsPerBin) {
        BinnedRows.Builder builder = BinnedRows.builder(2, rowsPerBin);
        for (double x : series) {
            builder.add(new double[] {x, x * x});
        }
        return builder.build();
    }

    @Test
    void errorOfTheMeanIsTheTextbookFormula() {
        double[] series = Series.autoregressive(0, 50, RandomStreams.of(1, "mean"));
        SummaryStatistics statistics = new SummaryStatistics();
        for (double x : series) {
            statistics.addValue(x);
        }
        Estimate estimate = Jackknife.estimate(powers(series, 1), JackknifeTest::mean, true);
        assertThat(estimate.value()).isCloseTo(statistics.getMean(), within(1e-15));
        assertThat(estimate.standardError())
                .isCloseTo(statistics.getStandardDeviation() / Math.sqrt(50), within(1e-14));
        assertThat(estimate.samples()).isEqualTo(50);
        assertThat(estimate.method()).isEqualTo(Estimate.Method.JACKKNIFE);
        assertThat(estimate.autocorrelationTime()).isEmpty();
    }

    @Test
    void equalBinsGiveTheTextbookFormula() {
        double[] leaveOneOut = {1.0, 1.5, 0.7, 2.2};
        double mean = 1.35;
        double sum = 0;
        for (double x : leaveOneOut) {
            sum += (x - mean) * (x - mean);
        }
        double error = Jackknife.standardError(17.0, leaveOneOut, new long[] {5, 5, 5, 5});
        assertThat(error).isCloseTo(Math.sqrt(0.75 * sum), within(1e-13));
    }

    /**
     * By hand after Busing et al.: bins {0} and {3, 3} of sizes 1 and 2, theta = 2, h = 3 and 3/2, theta_(-j) = 3 and 0,
     * pseudo-values 3*2 - 2*3 = 0 and 1.5*2 - 0.5*0 = 3, theta_J = 4 - (2/3) 3 - (1/3) 0 = 2, and the variance
     * (1/2) ((0 - 2)^2 / 2 + (3 - 2)^2 / 0.5) = 2.
     */
    @Test
    void unequalBinsAreWeighted() {
        double error = Jackknife.standardError(2, new double[] {3, 0}, new long[] {1, 2});
        assertThat(error).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void errorOfTheMeanIsUnbiasedForUnequalBins() {
        int seeds = 4000;
        SummaryStatistics variances = new SummaryStatistics();
        for (int seed = 0; seed < seeds; seed++) {
            double[] series = Series.autoregressive(0, 50, RandomStreams.of(seed, "unequal"));
            double error = Jackknife.estimate(powers(series, 8), JackknifeTest::mean, true)
                    .standardError();
            variances.addValue(error * error);
        }
        double sigma = variances.getStandardDeviation() / Math.sqrt(seeds);
        assertThat(variances.getMean()).isCloseTo(1.0 / 50, within(5 * sigma));
    }

    @Test
    void errorsOfNonlinearFunctionsAreTheirSpreadOverSeeds() {
        assertErrorIsSpread(0, JackknifeTest::variance, 20);
        assertErrorIsSpread(3, JackknifeTest::ratio, 20);
    }

    @Test
    void errorsOfCorrelatedRowsAreTheirSpreadOverSeedsIfBinsAreLong() {
        assertErrorIsSpread(0, JackknifeTest::variance, 200);
    }

    private static void assertErrorIsSpread(double mean, ToDoubleFunction<double[]> function, int rowsPerBin) {
        int seeds = 600;
        double a = rowsPerBin > 100 ? 0.6 : 0;
        SummaryStatistics values = new SummaryStatistics();
        SummaryStatistics variances = new SummaryStatistics();
        for (int seed = 0; seed < seeds; seed++) {
            double[] series = Series.autoregressive(a, 50 * rowsPerBin, RandomStreams.of(seed, "spread"));
            for (int i = 0; i < series.length; i++) {
                series[i] += mean;
            }
            Estimate estimate = Jackknife.estimate(powers(series, rowsPerBin), function, true);
            values.addValue(estimate.value());
            variances.addValue(estimate.standardError() * estimate.standardError());
        }
        double relativeSigma = Math.sqrt(2.0 / (seeds - 1) + 2.0 / 49 / seeds);
        assertThat(variances.getMean() / values.getVariance()).isCloseTo(1, within(5 * relativeSigma + 0.03));
    }

    @Test
    void autocorrelationTimeOfTheMeanIsThatOfTheSeries() {
        double a = 0.8;
        double exact = (1 + a) / (2 * (1 - a));
        double[] series = Series.autoregressive(a, 1_000_000, RandomStreams.of(5, "tau"));
        double time = Jackknife.estimate(powers(series, 1000), JackknifeTest::mean, false)
                .autocorrelationTime()
                .orElseThrow();
        assertThat(time).isCloseTo(exact, within(5 * exact * Math.sqrt(2.0 / 999)));
        assertThat(exact).isGreaterThan(4);
    }

    /** Deviations of x^2 relax with a^2 where those of x relax with a: tau = (1 + a^2) / (2 (1 - a^2)). */
    @Test
    void autocorrelationTimeOfANonlinearFunctionUsesItsGradient() {
        double a = 0.9;
        double exact = (1 + a * a) / (2 * (1 - a * a));
        double[] series = Series.autoregressive(a, 1_000_000, RandomStreams.of(6, "tau of variance"));
        double time = Jackknife.estimate(powers(series, 1000), JackknifeTest::variance, false)
                .autocorrelationTime()
                .orElseThrow();
        assertThat(time).isCloseTo(exact, within(5 * exact * Math.sqrt(2.0 / 999)));
    }

    @Test
    void independentRowsHaveTimeOneHalf() {
        double[] series = Series.autoregressive(0, 200_000, RandomStreams.of(7, "tau"));
        double time = Jackknife.estimate(powers(series, 200), JackknifeTest::variance, false)
                .autocorrelationTime()
                .orElseThrow();
        assertThat(time).isCloseTo(0.5, within(5 * 0.5 * Math.sqrt(2.0 / 999)));
    }

    @Test
    void constantRowsHaveNoErrorAndNoTime() {
        Estimate estimate = Jackknife.estimate(powers(new double[] {2, 2, 2, 2}, 1), JackknifeTest::variance, false);
        assertThat(estimate.value()).isZero();
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.autocorrelationTime()).isEmpty();
    }

    @Test
    void oneBinCannotTellAnError() {
        Estimate estimate = Jackknife.estimate(powers(new double[] {1, 3}, 5), JackknifeTest::mean, false);
        assertThat(estimate.value()).isEqualTo(2);
        assertThat(estimate.standardError()).isNaN();
        assertThat(estimate.autocorrelationTime()).isEmpty();
        assertThat(Jackknife.standardError(1, new double[0], new long[0])).isNaN();
    }

    @Test
    void binSizesMustFit() {
        assertThatThrownBy(() -> Jackknife.standardError(1, new double[2], new long[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Jackknife.standardError(1, new double[2], new long[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void functionMayOverwriteTheMeans() {
        RandomStream random = RandomStreams.of(8, "overwrite");
        BinnedRows rows = powers(Series.autoregressive(0, 100, random), 10);
        ToDoubleFunction<double[]> overwriting = means -> {
            double value = variance(means);
            means[0] = Double.NaN;
            return value;
        };
        assertThat(Jackknife.estimate(rows, overwriting, false))
                .isEqualTo(Jackknife.estimate(rows, JackknifeTest::variance, false));
    }
}
