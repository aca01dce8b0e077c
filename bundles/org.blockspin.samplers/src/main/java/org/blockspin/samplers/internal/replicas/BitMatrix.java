package org.blockspin.samplers.internal.replicas;

/** Square matrices of 64 x 64 bits: bit j of word i is the element in row i, column j. */
final class BitMatrix {
    private BitMatrix() {}

    /**
     * Transposes in place: swaps the off-diagonal blocks of 32 x 32 bits, then those of 16 x 16 within each block, and
     * so on (Warren, Hacker's Delight, Sec. 7-3). Hot.
     */
    static void transpose(long[] rows) {
        long mask = 0x00000000FFFFFFFFL;
        for (int width = 32; width > 0; width >>= 1) {
            for (int i = 0; i < 64; i = (i + width + 1) & ~width) {
                long swapped = ((rows[i] >>> width) ^ rows[i + width]) & mask;
                rows[i] ^= swapped << width;
                rows[i + width] ^= swapped;
            }
            mask ^= mask << (width >> 1);
        }
    }
}
