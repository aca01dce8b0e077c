package org.blockspin.figures.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    private static List<String> labels(double low, double high) {
        return Ticks.logarithmic(low, high).stream().map(Ticks::label).toList();
    }

    @Test
    void roundNumbersOverEveryRange() {
        assertThat(labels(0.54, 0.73)).containsExactly("0.55", "0.60", "0.65", "0.70");
        assertThat(labels(3.5, 180)).containsExactly("5", "10", "20", "50", "100");
        assertThat(labels(1.5, 600)).containsExactly("3", "10", "30", "100", "300");
        assertThat(labels(123450, 123560)).startsWith("1.2346e5");
        assertThat(labels(2e-5, 2e-4)).startsWith("2e-5", "5e-5", "0.0001");
        assertThat(labels(0.5, 2e6)).containsExactly("1", "10", "100", "1000", "10000", "1e5", "1e6");
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.6", "0.999, 1.001", "1, 2", "0.02, 0.3", "5, 5.3", "123456, 123999", "1e-9, 1e-2", "3, 200"})
    void fewEnoughToReadAndEnoughToMeasureWith(double low, double high) {
        List<BigDecimal> ticks = Ticks.logarithmic(low, high);
        assertThat(ticks).hasSizeBetween(3, 8).isSorted();
        assertThat(ticks).allMatch(t -> t.doubleValue() >= low && t.doubleValue() <= high);
    }

    @Test
    void axisIsLogarithmic() {
        Axis axis = Axis.around(Scale.LOGARITHMIC, DoubleStream.of(10, 1000, 100), 0, 0, 200);
        assertThat(axis.at(10)).isCloseTo(0, within(1e-9));
        assertThat(axis.at(100)).isCloseTo(100, within(1e-9));
        assertThat(axis.at(1000)).isCloseTo(200, within(1e-9));
        assertThat(axis.at(-5)).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-2, -0.4", "1.4, 3.6", "-1, 1", "1e-9, 3e-9", "0.01, 3.5", "100, 1e6", "-0.0033, 0.0021"})
    void linearTicksAreMultiplesOfARoundStep(double low, double high) {
        List<BigDecimal> ticks = Ticks.linear(low, high, 7);
        assertThat(ticks).hasSizeBetween(3, 7).isSorted();
        assertThat(ticks).allMatch(t -> t.doubleValue() >= low && t.doubleValue() <= high);
        BigDecimal step = ticks.get(1).subtract(ticks.get(0));
        assertThat(step.stripTrailingZeros().unscaledValue().intValue()).isIn(1, 2, 5);
        assertThat(ticks).allMatch(t -> t.remainder(step).signum() == 0);
        assertThat(Ticks.linear(low, high, 3)).hasSizeBetween(1, 3);
    }

    @Test
    void negativeNumbersHaveAMinusSign() {
        assertThat(Ticks.linear(-1, 1, 5).stream().map(Ticks::label))
                .containsExactly("\u22121.0", "\u22120.5", "0", "0.5", "1.0");
    }

    @Test
    void linearAxisIsProportional() {
        Axis axis = Axis.around(Scale.LINEAR, DoubleStream.of(-1, 3, Double.NaN), 0, 200, 0);
        assertThat(axis.at(-1)).isCloseTo(200, within(1e-9));
        assertThat(axis.at(0)).isCloseTo(150, within(1e-9));
        assertThat(axis.at(5)).isCloseTo(0, within(1e-9));
        assertThat(axis.from(0).at(1.5)).isCloseTo(100, within(1e-9));
    }
}
