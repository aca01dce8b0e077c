package org.blockspin.resolvers.table.internal;

/** Runs of bits that do not begin at a word. Hot. */
final class Bits {
    private Bits() {}

    /** 64 bits from this bit on; those beyond the end of the array are zero. */
    static long at(long[] words, long bit) {
        int index = (int) (bit >>> 6);
        long low = words[index] >>> bit;
        return (bit & 63) == 0 || index + 1 == words.length ? low : low | (words[index + 1] << -bit);
    }

    /** The lowest so many bits, 1 to 64. */
    static long mask(int count) {
        return -1L >>> -count;
    }

    /**
     * Unrolls a ring: the {@code extent} bits from {@code origin} on, repeated without end, beginning with number
     * {@code first}.
     *
     * @param length how many bits to write, at least; {@code row} has one word more than they need, and what is behind
     *     them is not specified
     */
    static void unroll(long[] words, long origin, int extent, int first, int length, long[] row) {
        int from = first;
        for (int to = 0; to < length; ) {
            int count = Math.min(Long.SIZE, extent - from);
            append(at(words, origin + from) & mask(count), count, row, to);
            to += count;
            from = from + count == extent ? 0 : from + count;
        }
    }

    /** Writes bits behind what was appended up to bit {@code to}; bits above the {@code count} lowest are zero. */
    static void append(long bits, int count, long[] words, long to) {
        int index = (int) (to >>> 6);
        if ((to & 63) == 0) {
            words[index] = bits;
        } else {
            words[index] |= bits << to;
            if ((to & 63) + count > Long.SIZE) {
                words[index + 1] = bits >>> -to;
            }
        }
    }

    /** Bit i of the lower 32 bits to bit 2i. */
    static long spread(long bits) {
        long x = bits & 0xFFFFFFFFL;
        x = (x | (x << 16)) & 0x0000FFFF0000FFFFL;
        x = (x | (x << 8)) & 0x00FF00FF00FF00FFL;
        x = (x | (x << 4)) & 0x0F0F0F0F0F0F0F0FL;
        x = (x | (x << 2)) & 0x3333333333333333L;
        return (x | (x << 1)) & 0x5555555555555555L;
    }
}
