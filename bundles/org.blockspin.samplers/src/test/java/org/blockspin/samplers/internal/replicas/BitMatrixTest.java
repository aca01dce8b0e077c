package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import org.blockspin.api.RandomStream;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

class BitMatrixTest {
    @Test
    void rowsBecomeColumns() {
        RandomStream random = RandomStreams.of(1, "matrix");
        long[] rows = new long[64];
        for (int i = 0; i < 64; i++) {
            rows[i] = random.nextLong();
        }
        long[] columns = rows.clone();
        BitMatrix.transpose(columns);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                assertThat(columns[j] >>> i & 1).isEqualTo(rows[i] >>> j & 1);
            }
        }
    }
}
