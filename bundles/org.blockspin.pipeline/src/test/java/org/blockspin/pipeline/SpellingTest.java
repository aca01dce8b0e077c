package org.blockspin.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("chain", "square", "cubic", "triangular", "temperature");

    @ParameterizedTest
    @CsvSource({
        "sqare,square",
        "squrae,square",
        "SQUARE,square",
        "cube,cubic",
        "temp,temperature",
        "square-lattice,square",
        "chan,chain",
    })
    void nearestIsFound(String name, String nearest) {
        assertThat(Spelling.nearest(name, KNOWN)).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({"honeycomb", "x", "''"})
    void nothingIsNear(String name) {
        assertThat(Spelling.nearest(name, KNOWN)).isEmpty();
    }

    @Test
    void longNamesAndLongListsAreCutShort() {
        List<String> many = IntStream.range(0, 1000).mapToObj(i -> "step-" + i).toList();
        assertThat(Spelling.unknown("step", "x".repeat(100_000), many))
                .startsWith("unknown step \"xxx")
                .endsWith(", ... (1000 in all)")
                .hasSizeLessThan(600);
    }

    @Test
    void whereNothingIsKnownThatIsSaid() {
        assertThat(Spelling.unknown("fit", "scaling", List.of()))
                .isEqualTo("unknown fit \"scaling\"; none is known here");
    }
}
