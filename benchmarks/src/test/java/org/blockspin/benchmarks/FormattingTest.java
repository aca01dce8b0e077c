package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FormattingTest {
    @Test
    void numbersHaveThreeSignificantDigits() {
        assertThat(List.of(1_943_210.0, 76.449, 0.85, 2.0, 0.0123456, 0.0))
                .extracting(Numbers::significant)
                .containsExactly("1,940,000", "76.4", "0.85", "2", "0.0123", "0");
        assertThat(Numbers.significant(Double.NaN)).isEqualTo("-");
    }

    @Test
    void spreadIsInPercent() {
        assertThat(Numbers.withSpread(new Rates(90, 100, 110))).isEqualTo("100 ± 5 %");
    }

    @Test
    void targetsAreJudgedWhereThereIsANumber() {
        assertThat(Target.atLeast(50).judged(Optional.of(76.0))).isEqualTo(">= 50: met");
        assertThat(Target.atLeast(50).judged(Optional.of(49.9))).isEqualTo(">= 50: missed");
        assertThat(Target.atMost(3).of("ns/site").judged(Optional.of(2.0))).isEqualTo("ns/site <= 3: met");
        assertThat(Target.atMost(3).of("ns/site").judged(Optional.of(3.1))).isEqualTo("ns/site <= 3: missed");
        assertThat(Target.atLeast(50).judged(Optional.empty())).isEqualTo(">= 50");
        assertThat(Target.atMost(0.2451).judged(Optional.of(0.24509))).isEqualTo("<= 0.2451: met");
    }

    @Test
    void tableIsAligned() {
        TextTable table = new TextTable("a", "long heading");
        table.add("cell", "1");

        assertThat(table.text()).isEqualTo("| a    | long heading |\n|------|--------------|\n| cell | 1            |");
        assertThatThrownBy(() -> table.add("too few")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsStandBesideTheFirstProgram() {
        ContestTable table = ContestTable.ofSpeed(Measure.time("ns/site", 1e-9));
        table.add(
                "8 -> 16",
                List.of(
                        outcome(Contender.of("slow", List.of("x")), new Rates(1e6)),
                        outcome(
                                Contender.of("fast", List.of("y"))
                                        .expecting(Target.atLeast(300))
                                        .expecting(Target.atMost(3).of("ns/site")),
                                new Rates(4e8)),
                        new Contest.Outcome(Contender.absent("gone", "not there"), "not there", Optional.empty())));

        assertThat(table.table().text().lines().skip(2).map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "| 8 -> 16 | slow | 1,000 ± 0 % | 1 ± 0 % | |",
                        "| 8 -> 16 | fast | 2.5 ± 0 % | 400 ± 0 % | >= 300: met; ns/site <= 3: met |",
                        "| 8 -> 16 | gone | not there | - | |");
    }

    @Test
    void costIsAShareOfTheFirstProgram() {
        ContestTable table = ContestTable.ofCost(Measure.time("ns/site", 1e-9));
        table.add(
                "16x16",
                List.of(
                        outcome(Contender.of("sampling", List.of("x")), new Rates(1e9)),
                        outcome(Contender.of("energy", List.of("y")).expecting(Target.atMost(0.1)), new Rates(2e10))));

        assertThat(table.table().text()).contains("| 0.05 ± 0 %", "<= 0.1: met");
    }

    @Test
    void withoutTheFirstProgramThereAreNoRatios() {
        ContestTable table = ContestTable.ofSpeed(Measure.rate("flips/ns", 1e-9));
        table.add(
                "16x16",
                List.of(
                        new Contest.Outcome(Contender.absent("c++", "skipped"), "skipped", Optional.empty()),
                        outcome(Contender.of("java", List.of("y")).expecting(Target.atLeast(0.3)), new Rates(5e9))));

        assertThat(table.table().text())
                .contains("| java", "| 5 ± 0 %", "| >= 0.3 ")
                .doesNotContain("met", "missed");
    }

    private static Contest.Outcome outcome(Contender contender, Rates rates) {
        return new Contest.Outcome(contender, "", Optional.of(rates));
    }
}
