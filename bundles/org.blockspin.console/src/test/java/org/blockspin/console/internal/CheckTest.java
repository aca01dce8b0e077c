package org.blockspin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.blockspin.api.Estimate;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void fiveSigmaAreTheLimit() {
        Check within = Check.exact("energy", estimate(-1.5, 0.125), -1.5 + 4.9 * 0.125);
        assertThat(within).isEqualTo(new Check("energy", "-1.50000 +- 0.12500", "exact -0.88750", "-4.90", true));
        assertThat(Check.exact("energy", estimate(-1.5, 0.125), -1.5 - 5.1 * 0.125))
                .isEqualTo(new Check("energy", "-1.50000 +- 0.12500", "exact -2.13750", "+5.10", false));
    }

    @Test
    void estimateWithoutErrorPassesNoCheck() {
        assertThat(Check.exact("energy", estimate(-1.5, Double.NaN), -1.5).passed())
                .isFalse();
        assertThat(Check.exact("energy", estimate(-1.5, 0), -1.5).passed()).isFalse();
        assertThat(Check.exact("energy", estimate(-1.5, 0), -1.6).passed()).isFalse();
        assertThat(Check.exact("energy", estimate(Double.NaN, 0.1), -1.5).passed())
                .isFalse();
    }

    @Test
    void estimatesAgreeWithinBothErrors() {
        assertThat(Check.agreement("energy", estimate(1, 0.3), estimate(3.4, 0.4)))
                .isEqualTo(new Check("energy", "1.00000 +- 0.30000", "3.40000 +- 0.40000", "-4.80", true));
        assertThat(Check.agreement("energy", estimate(1, 0.3), estimate(3.6, 0.4))
                        .passed())
                .isFalse();
        assertThat(Check.agreement("energy", estimate(1, 0.3), estimate(1, 0.3)).difference())
                .isEqualTo("0");
        assertThat(Check.agreement("energy", estimate(1, 0.3), estimate(1, Double.NaN))
                        .passed())
                .as("the other has no error")
                .isFalse();
    }

    @Test
    void lossMustFallFromEpochToEpochAndBeFinite() {
        assertThat(Check.falls("loss", List.of(0.5, 0.25)))
                .isEqualTo(new Check("loss", "0.5000, 0.2500", "falling", "", true));
        assertThat(Check.falls("loss", List.of(0.5, 0.5)).passed()).isFalse();
        assertThat(Check.falls("loss", List.of(0.5, 0.25, 0.3)).passed()).isFalse();
        assertThat(Check.falls("loss", List.of(0.5, Double.NaN)).passed()).isFalse();
        assertThat(Check.falls("loss", List.of(Double.POSITIVE_INFINITY, 0.25)).passed())
                .isFalse();
        assertThat(Check.falls("loss", List.of(0.5)).passed()).isFalse();
    }

    private static Estimate estimate(double value, double error) {
        return new Estimate(value, error, Estimate.Method.JACKKNIFE, 100, OptionalDouble.empty());
    }
}
