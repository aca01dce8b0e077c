package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void sameSeedGivesTheSameNumbers() {
        assertThat(first(RandomStream.of(7))).isEqualTo(first(RandomStream.of(7)));
        assertThat(first(RandomStream.of(7))).doesNotContainAnyElementsOf(first(RandomStream.of(8)));
    }

    @Test
    void splitDependsOnTheKeyAndNotOnWhatWasDrawn() {
        RandomStream drawn = RandomStream.of(7);
        drawn.nextLong();
        assertThat(first(drawn.split(1))).isEqualTo(first(RandomStream.of(7).split(1)));
        assertThat(first(RandomStream.of(7).split(2)))
                .isNotEqualTo(first(RandomStream.of(7).split(1)));
        assertThat(first(RandomStream.of(8).split(1)))
                .isNotEqualTo(first(RandomStream.of(7).split(1)));
    }

    @Test
    void numbersAreUniform() {
        RandomStream random = RandomStream.of(2019);
        int draws = 100_000;
        double sum = 0;
        int zeros = 0;
        for (int i = 0; i < draws; i++) {
            sum += random.nextDouble();
            zeros += random.nextInt(4) == 0 ? 1 : 0;
        }
        assertThat(sum / draws).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / draws)));
        assertThat((double) zeros / draws).isCloseTo(0.25, within(5 * Math.sqrt(0.1875 / draws)));
    }

    private static List<Long> first(RandomStream random) {
        return LongStream.generate(random::nextLong).limit(20).boxed().toList();
    }
}
