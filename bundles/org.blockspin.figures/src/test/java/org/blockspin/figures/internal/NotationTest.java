package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    @ParameterizedTest
    @CsvSource({
        "0.12104, 0.0026, 0.121 ± 0.003",
        "0.12104, 0.0014, 0.1210 ± 0.0014",
        "1.7544, 0.01, 1.754 ± 0.010",
        "-0.32, 0.04, −0.32 ± 0.04",
        "1234, 12, 1234 ± 12",
        "0.125, 0, 0.1250",
        "0.125, NaN, 0.1250",
        "NaN, 0.1, not determined"
    })
    void asManyDigitsAsTheErrorAllows(double value, double error, String text) {
        assertThat(Notation.format(Rows.estimate(value, error))).isEqualTo(text);
    }
}
