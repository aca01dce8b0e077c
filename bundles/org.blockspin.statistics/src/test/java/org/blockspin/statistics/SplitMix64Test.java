package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void numbersAreThoseOfTheReferenceImplementation() {
        for (long key : new long[] {0, 1, -1, 0x0123456789ABCDEFL}) {
            var reference = new org.apache.commons.rng.core.source64.SplitMix64(key);
            for (long index = 0; index < 1000; index++) {
                assertThat(SplitMix64.number(key, index)).isEqualTo(reference.nextLong());
            }
        }
    }

    @Test
    void numberIsTheMixedState() {
        long state = 5;
        for (long index = 0; index < 8; index++) {
            state += SplitMix64.STEP;
            assertThat(SplitMix64.mix(state)).isEqualTo(SplitMix64.number(5, index));
        }
    }
}
