package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTicksTest {
    private static List<String> labels(double low, double high) {
        return LogTicks.between(low, high).stream().map(LogTicks::label).toList();
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
        List<BigDecimal> ticks = LogTicks.between(low, high);
        assertThat(ticks).hasSizeBetween(3, 8).isSorted();
        assertThat(ticks).allMatch(t -> t.doubleValue() >= low && t.doubleValue() <= high);
    }

    @Test
    void axisIsLogarithmic() {
        LogAxis axis = LogAxis.around(DoubleStream.of(10, 1000, 100), 0, 0, 200);
        assertThat(axis.at(10)).isCloseTo(0, within(1e-9));
        assertThat(axis.at(100)).isCloseTo(100, within(1e-9));
        assertThat(axis.at(1000)).isCloseTo(200, within(1e-9));
        assertThat(axis.at(-5)).isCloseTo(0, within(1e-9));
    }
}
