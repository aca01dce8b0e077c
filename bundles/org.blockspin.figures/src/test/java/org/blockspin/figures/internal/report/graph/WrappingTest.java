package org.blockspin.figures.internal.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
    /** Room for twenty characters. */
    private static List<String> lines(String... phrases) {
        return Wrapping.lines(List.of(phrases), 20 * 0.56 * 10 + 1e-9, 10);
    }

    @Test
    void phrasesStayTogether() {
        assertThat(lines("square 16x16", "ising", "T critical")).containsExactly("square 16x16, ising,", "T critical");
    }

    @Test
    void longPhraseIsBrokenAtWords() {
        assertThat(lines("magnetization, energy, susceptibility"))
                .containsExactly("magnetization,", "energy,", "susceptibility");
    }

    @Test
    void longWordAndManyLinesEndWithAnEllipsis() {
        assertThat(lines("a-word-of-more-than-twenty-letters")).containsExactly("a-word-of-more-than\u2026");
        assertThat(lines("one phrase of words", "one phrase of words", "one phrase of words", "more"))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("\u2026");
    }

    @Test
    void nothingHasNoLine() {
        assertThat(lines()).isEmpty();
    }
}
