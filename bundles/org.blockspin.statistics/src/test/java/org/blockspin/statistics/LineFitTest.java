package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class LineFitTest {
    private static final double[] X = {0, 1, 2, 4};
    private static final double[] Y = {1, 3.5, 4, 10};

    @Test
    void pointsOnALineGiveTheLine() {
        LineFit fit = LineFit.of(new double[] {1, 2, 5}, new double[] {1, -1, -7}, new double[] {0.1, 0.2, 7});
        assertThat(fit.slope()).isCloseTo(-2, within(1e-14));
        assertThat(fit.intercept()).isCloseTo(3, within(1e-14));
        assertThat(fit.correlation()).isCloseTo(-1, within(1e-14));
    }

    @Test
    void equalErrorsGiveOrdinaryLeastSquares() {
        SimpleRegression ordinary = new SimpleRegression();
        for (int i = 0; i < X.length; i++) {
            ordinary.addData(X[i], Y[i]);
        }
        LineFit fit = LineFit.of(X, Y, new double[] {1e-200, 1e-200, 1e-200, 1e-200});
        assertThat(fit.slope()).isCloseTo(ordinary.getSlope(), within(1e-14));
        assertThat(fit.intercept()).isCloseTo(ordinary.getIntercept(), within(1e-14));
        assertThat(fit.correlation()).isCloseTo(ordinary.getR(), within(1e-14));
    }

    /** Points (0, 0), (1, 1), (2, 0) with weights 1, 1, 1/4: means 2/3 and 4/9; Sxx = 1, Sxy = 1/3, Syy = 5/9. */
    @Test
    void weightsAreInverseSquaresOfTheErrors() {
        LineFit fit = LineFit.of(new double[] {0, 1, 2}, new double[] {0, 1, 0}, new double[] {0.5, 0.5, 1});
        assertThat(fit.slope()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(fit.intercept()).isCloseTo(2.0 / 9, within(1e-15));
        assertThat(fit.correlation()).isCloseTo(1 / Math.sqrt(5), within(1e-15));
    }

    @Test
    void errorsThatSayNothingMeanEqualWeights() {
        LineFit equal = LineFit.of(X, Y, new double[] {1, 1, 1, 1});
        assertThat(LineFit.of(X, Y, new double[] {0, 1, 2, 3})).isEqualTo(equal);
        assertThat(LineFit.of(X, Y, new double[] {1, Double.NaN, 2, 3})).isEqualTo(equal);
        assertThat(LineFit.of(X, Y, new double[] {1, 2, 3, Double.POSITIVE_INFINITY}))
                .isEqualTo(equal);
        assertThat(LineFit.of(X, Y, new double[] {3, 1, 2, 3})).isNotEqualTo(equal);
    }

    @Test
    void onePointOrUnequalLengthsAreRefused() {
        assertThatThrownBy(() -> LineFit.of(new double[1], new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LineFit.of(X, new double[3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
