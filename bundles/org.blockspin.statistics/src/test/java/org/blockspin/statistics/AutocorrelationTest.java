package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutocorrelationTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8, 0.9, 0.98})
    void timeOfAutoregressiveSeriesIsKnown(double a) {
        int n = 300_000;
        double[] series = Series.autoregressive(a, n, RandomStreams.of(1, "autoregressive", "" + a));
        double exact = (1 + a) / (2 * (1 - a));
        double sigma = exact * Math.sqrt(2 * (2 * 6 * exact + 1) / n);
        double truncated = exact * Math.exp(-6);
        assertThat(Autocorrelation.integratedTime(series)).isCloseTo(exact, within(5 * sigma + truncated));
    }

    @Test
    void timeDoesNotDependOnScaleAndOrigin() {
        double[] series = Series.autoregressive(0.7, 1000, RandomStreams.of(2, "scale"));
        double[] moved = Arrays.stream(series).map(x -> 1e6 - 1e-2 * x).toArray();
        double time = Autocorrelation.integratedTime(series);
        assertThat(time).isGreaterThan(1.5);
        assertThat(Autocorrelation.integratedTime(moved)).isCloseTo(time, within(1e-5));
    }

    @Test
    void fourierTransformAgreesWithDirectSums() {
        double[] series = Series.autoregressive(0.6, 37, RandomStreams.of(3, "direct"));
        assertThat(Autocorrelation.integratedTime(series)).isCloseTo(direct(series), within(1e-12));
    }

    private static double direct(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double time = 0.5;
        int window = 0;
        while (window < 6 * time) {
            window++;
            time += covariance(x, mean, window) / covariance(x, mean, 0);
        }
        return time;
    }

    private static double covariance(double[] x, double mean, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < x.length; i++) {
            sum += (x[i] - mean) * (x[i + lag] - mean);
        }
        return sum / (x.length - lag);
    }

    @Test
    void biasIsSmallForSeriesOfTwoHundredTimes() {
        double a = 0.6;
        double exact = (1 + a) / (2 * (1 - a));
        int seeds = 4000;
        SummaryStatistics times = new SummaryStatistics();
        for (int seed = 0; seed < seeds; seed++) {
            times.addValue(
                    Autocorrelation.integratedTime(Series.autoregressive(a, 400, RandomStreams.of(seed, "short"))));
        }
        assertThat(times.getMean()).isCloseTo(exact, within(0.03 * exact));
    }

    @Test
    void constantSeriesCountsAsIndependent() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 0.1);
        assertThat(Autocorrelation.integratedTime(constant)).isEqualTo(0.5);
        assertThat(Autocorrelation.integratedTime(new double[] {3})).isEqualTo(0.5);
    }

    @Test
    void alternatingSeriesIsNotBelowOneHalf() {
        double[] alternating = new double[100];
        Arrays.setAll(alternating, t -> t % 2);
        assertThat(Autocorrelation.integratedTime(alternating)).isEqualTo(0.5);
    }

    @Test
    void emptySeriesIsRefused() {
        assertThatThrownBy(() -> Autocorrelation.integratedTime(new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
