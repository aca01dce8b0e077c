package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RatesTest {
    @Test
    void medianIsTheMiddleOfOddAndTheMeanOfTheMiddleTwoOfEvenRounds() {
        assertThat(new Rates(9, 1, 4).median()).isEqualTo(4);
        assertThat(new Rates(9, 1, 4, 6).median()).isEqualTo(5);
    }

    @Test
    void spreadIsHalfTheDistanceOfTheQuartilesOverTheMedian() {
        // Quartiles of 1 2 3 4 100 are 2 and 4: one disturbed round in five does not show.
        assertThat(new Rates(100, 2, 4, 1, 3).spread()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(new Rates(5).spread()).isZero();
    }

    @Test
    void ratioIsTakenRoundByRound() {
        // The machine was slower by ten in the second round, for both.
        Rates ratio = new Rates(30, 3, 33).over(new Rates(10, 1, 11));

        assertThat(ratio.median()).isEqualTo(3);
        assertThat(ratio.spread()).isZero();
    }

    @Test
    void unequalRoundsHaveNoRatio() {
        assertThatThrownBy(() -> new Rates(1, 2).over(new Rates(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
