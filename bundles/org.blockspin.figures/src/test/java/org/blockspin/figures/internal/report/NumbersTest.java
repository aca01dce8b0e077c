package org.blockspin.figures.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.12088, 0.00056673, 0.12088(57)",
        "1.7580346, 0.00078601, 1.75803(79)",
        "0.121, 0.0996, 0.12(10)",
        "-1.4524671, 0.0013420, −1.4525(13)",
        "1594.7305, 4.9533, 1594.7(5.0)",
        "139.7265, 0.44046, 139.73(44)",
        "5406.2, 13.1, 5406(13)",
        "15947, 495, 15947(500)",
        "12, 3, 12.0(3.0)",
        "0.9999984087, 4.7358e-7, 0.99999841(47)",
        "1.2e-12, 3.4e-13, 1.20(34) × 10⁻¹²",
        "0, 3.4e-13, 0.0(3.4) × 10⁻¹³",
        "3.2e12, 1e10, 3.200(10) × 10¹²",
        "0, 0, 0 ± 0",
        "1, 0, 1 ± 0",
        "0.125, NaN, 0.125 (error not determined)",
        "NaN, 0.1, not determined",
        "Infinity, 0.1, not determined"
    })
    void errorsHaveTwoDigits(double value, double error, String text) {
        assertThat(Numbers.withError(value, error).replace('\u2009', ' ')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2.9000000000000004, 2.9",
        "2.269185314213022, 2.26919",
        "-0.5, −0.5",
        "20000, 20000",
        "0, 0",
        "1e-12, 1 × 10⁻¹²",
        "-2.5e20, −2.5 × 10²⁰",
        "NaN, not determined"
    })
    void valuesHaveSixDigits(double value, String text) {
        assertThat(Numbers.value(value).replace('\u2009', ' ')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.000046, 0.000046", "0.5, 0.50", "17.2, 17", "495, 500", "1e-20, 1.0 × 10⁻²⁰", "NaN, not determined"})
    void errorsAloneHaveTwoDigits(double error, String text) {
        assertThat(Numbers.error(error).replace('\u2009', ' ')).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsWithinRoundingOfTheValue() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(10) - 3);
            double error = random.nextDouble() * Math.pow(10, random.nextInt(10) - 6);
            String text = Numbers.withError(value, error).replace('\u2212', '-');
            if (!text.contains("\u00d7")) {
                double written = new BigDecimal(text.substring(0, text.indexOf('('))).doubleValue();
                assertThat(Math.abs(written - value)).as(text).isLessThanOrEqualTo(0.051 * error + 0.5);
                assertThat(error < 1 ? Math.abs(written - value) / error : 0)
                        .as(text)
                        .isLessThanOrEqualTo(0.051);
            }
        }
    }

    @Test
    void countsAreGrouped() {
        assertThat(Numbers.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(Numbers.count(-3)).isEqualTo("\u22123");
    }
}
