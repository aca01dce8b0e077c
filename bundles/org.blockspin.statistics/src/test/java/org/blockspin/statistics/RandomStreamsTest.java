package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /** Golden values, made by a second implementation of SHA-256 seeding and xoshiro256++ in another language. */
    @Test
    void firstNumbersNeverChange() {
        RandomStream random = RandomStreams.of(2019, "simulated", "0");
        assertThat(random.nextLong()).isEqualTo(0x32bcfa522421db55L);
        assertThat(random.nextLong()).isEqualTo(0xb6ebe8b00a56c656L);
        assertThat(random.nextLong()).isEqualTo(0xb3ebeb90c9359778L);
        RandomStream split = random.split(7);
        assertThat(split.nextLong()).isEqualTo(0x53845c06ca6b5460L);
        assertThat(split.nextLong()).isEqualTo(0xb33801b5c375aac3L);
    }

    @Test
    void splitDoesNotDependOnDraws() {
        RandomStream fresh = RandomStreams.of(1, "a");
        RandomStream used = RandomStreams.of(1, "a");
        for (int i = 0; i < 1000; i++) {
            used.nextLong();
        }
        used.split(4).nextLong();
        assertThat(used.split(3).nextLong()).isEqualTo(fresh.split(3).nextLong());
    }

    @Test
    void distinctNamesGiveDistinctStreams() {
        Set<Long> first = new HashSet<>();
        List<RandomStream> streams = List.of(
                RandomStreams.of(1),
                RandomStreams.of(2),
                RandomStreams.of(1, ""),
                RandomStreams.of(1, "", ""),
                RandomStreams.of(1, "ab"),
                RandomStreams.of(1, "a", "b"),
                RandomStreams.of(1, "", "ab"),
                RandomStreams.of(1).split(0),
                RandomStreams.of(1).split(1),
                RandomStreams.of(1).split(0).split(1),
                RandomStreams.of(1).split(1).split(0));
        streams.forEach(stream -> first.add(stream.nextLong()));
        assertThat(first).hasSize(streams.size());
    }

    @Test
    void numbersAreUniform() {
        RandomStream random = RandomStreams.of(3, "uniform");
        assertUniform(100, 200_000, () -> random.nextInt(100));
        assertUniform(64, 200_000, () -> (int) (random.nextDouble() * 64));
        assertUniform(64, 200_000, () -> (int) (random.nextLong() & 63));
        assertUniform(3, 200_000, () -> random.nextInt(3));
    }

    @Test
    void splitsOfOneStreamAreUncorrelated() {
        RandomStream root = RandomStreams.of(4, "splits");
        int[] key = {0};
        assertUniform(256, 100_000, () -> (int) (root.split(key[0]++).nextLong() >>> 56));
    }

    /** chi^2 has mean k - 1 and variance 2 (k - 1). */
    private static void assertUniform(int k, int draws, java.util.function.IntSupplier source) {
        long[] counts = new long[k];
        for (int i = 0; i < draws; i++) {
            counts[source.getAsInt()]++;
        }
        double expected = (double) draws / k;
        double chiSquared = 0;
        for (long count : counts) {
            chiSquared += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquared).isBetween(0.0, k - 1 + 6 * Math.sqrt(2.0 * (k - 1)));
    }

    @Test
    void doublesAreMultiplesOfTwoToTheMinus53BelowOne() {
        RandomStream random = RandomStreams.of(5, "doubles");
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble();
            assertThat(x * 0x1.0p53 % 1 == 0 && x >= 0 && x < 1).isTrue();
            sum += x;
        }
        assertThat(sum / 100_000).isBetween(0.5 - 5 * 0.00092, 0.5 + 5 * 0.00092);
    }
}
