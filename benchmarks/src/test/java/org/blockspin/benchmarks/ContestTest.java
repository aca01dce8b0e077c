package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contests of programs that are a few lines of a shell. */
final class ContestTest {
    private static final Effort EFFORT = new Effort(true, 3, 0.01, 0.01);

    /** Answers every line with the same units and seconds. */
    private static Contender program(String code, String ready, String answer) {
        String script = "echo '" + ready + "'; while read -r seconds; do echo '" + answer + "'; done";
        return Contender.of(code, List.of("/bin/sh", "-c", script));
    }

    private static List<Contest.Outcome> hold(Fairness fairness, Contender... contenders)
            throws ComparisonException, IOException {
        return new Contest(EFFORT, fairness).hold(List.of(contenders));
    }

    @Test
    void rateIsUnitsOverSeconds() throws ComparisonException, IOException {
        List<Contest.Outcome> outcomes =
                hold(Fairness.none(), program("a", "ready", "10 2"), program("b", "ready", "9 0.5"));

        assertThat(outcomes.get(0).rates().orElseThrow().median()).isEqualTo(5);
        assertThat(outcomes.get(1).rates().orElseThrow().median()).isEqualTo(18);
    }

    @Test
    void whatIsNotThereIsReported() throws ComparisonException, IOException {
        List<Contest.Outcome> outcomes = hold(
                Fairness.none(),
                Contender.absent("a", "no compiler"),
                Contender.of("b", List.of("/bin/sh", "-c", "echo absent no vector kernels")),
                program("c", "ready", "1 1"));

        assertThat(outcomes)
                .extracting(Contest.Outcome::absence)
                .containsExactly("no compiler", "no vector kernels", "");
        assertThat(outcomes.get(2).rates().orElseThrow().median()).isCloseTo(1, within(0.0));
    }

    @Test
    void wrongEnergyIsAnError() throws ComparisonException, IOException {
        Fairness exact = Fairness.atCriticalPoint(16);
        hold(exact, program("right", "ready energy=-1.4560 error=0.001", "1 1"));

        assertThatThrownBy(() -> hold(exact, program("wrong", "ready energy=-1.4590 error=0.001", "1 1")))
                .isInstanceOf(ComparisonException.class)
                .hasMessageContaining("wrong: the energy is -1.459000");
    }

    @Test
    void otherConfigurationsAreAnError() {
        assertThatThrownBy(() -> hold(
                        Fairness.none(), program("a", "ready bits=7.0", "1 1"), program("b", "ready bits=8.0", "1 1")))
                .isInstanceOf(ComparisonException.class)
                .hasMessageStartingWith("b does not give");
    }

    @Test
    void failureSaysWhatTheProgramSaid() {
        Contender failing = Contender.of("a", List.of("/bin/sh", "-c", "echo 'out of memory' >&2; exit 3"));

        assertThatThrownBy(() -> hold(Fairness.none(), failing))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("a failed: out of memory");
    }
}
