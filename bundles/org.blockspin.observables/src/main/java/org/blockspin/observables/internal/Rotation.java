package org.blockspin.observables.internal;

/**
 * A rotation of all segments of a configuration of two states, and how many sites it takes to an unequal one. Hot: no
 * branch inside the loops over words.
 */
abstract class Rotation {
    /** @param sites of the configuration, a multiple of {@code segment}, the bits that are rotated by {@code bits} */
    static Rotation of(int sites, int segment, int bits) {
        if (segment % Long.SIZE == 0 && segment > Long.SIZE) {
            return new OfWords(sites / Long.SIZE, segment / Long.SIZE, bits);
        }
        if (sites % Long.SIZE == 0 && Long.SIZE % segment == 0) {
            return new WithinWords(sites / Long.SIZE, segment, bits);
        }
        return new OfBits(sites, segment, bits);
    }

    /** The sites that differ from those to which they are rotated, of the configuration that begins with this word. */
    abstract int unequal(long[] words, int first);

    /** Segments of several whole words: the longer loop, along a segment or across all of them, is the inner one. */
    private static final class OfWords extends Rotation {
        private final int segments;
        private final int segment;
        private final int whole;
        private final int rest;

        OfWords(int all, int segment, int bits) {
            this.segments = all / segment;
            this.segment = segment;
            this.whole = bits / Long.SIZE;
            this.rest = bits % Long.SIZE;
        }

        @Override
        int unequal(long[] words, int first) {
            int unequal = 0;
            if (segment < segments) {
                for (int i = 0; i < segment; i++) {
                    int low = first + (i + whole) % segment;
                    int high = first + (i + whole + 1) % segment;
                    unequal += across(words, first + i, low, high, rest, segments, segment);
                }
            } else {
                for (int i = 0; i < segments; i++) {
                    unequal += along(words, first + i * segment);
                }
            }
            return unequal;
        }

        private static int across(long[] words, int a, int low, int high, int rest, int count, int step) {
            // In two shifts, because one by 64 would be none.
            int left = 63 - rest;
            int unequal = 0;
            for (int i = 0, at = 0; i < count; i++, at += step) {
                long rotated = (words[low + at] >>> rest) | ((words[high + at] << 1) << left);
                unequal += Long.bitCount(words[a + at] ^ rotated);
            }
            return unequal;
        }

        private int along(long[] words, int start) {
            int kept = segment - whole;
            if (rest == 0) {
                return aligned(words, start, start + whole, kept) + aligned(words, start + kept, start, whole);
            }
            long last = (words[start + segment - 1] >>> rest) | (words[start] << -rest);
            return shifted(words, start, start + whole, kept - 1)
                    + Long.bitCount(words[start + kept - 1] ^ last)
                    + shifted(words, start + kept, start, whole);
        }

        private static int aligned(long[] words, int a, int b, int count) {
            int unequal = 0;
            for (int i = 0; i < count; i++) {
                unequal += Long.bitCount(words[a + i] ^ words[b + i]);
            }
            return unequal;
        }

        private int shifted(long[] words, int a, int b, int count) {
            int unequal = 0;
            for (int i = 0; i < count; i++) {
                long rotated = (words[b + i] >>> rest) | (words[b + i + 1] << -rest);
                unequal += Long.bitCount(words[a + i] ^ rotated);
            }
            return unequal;
        }
    }

    /** Segments that divide a word. */
    private static final class WithinWords extends Rotation {
        private final int all;
        private final int right;
        private final int left;
        /** The bits of a word that come from higher ones of their segment. */
        private final long fromHigher;

        WithinWords(int all, int segment, int bits) {
            this.all = all;
            this.right = bits;
            this.left = segment - bits;
            long mask = 0;
            for (int start = 0; start < Long.SIZE; start += segment) {
                mask |= (-1L >>> -left) << start;
            }
            this.fromHigher = mask;
        }

        @Override
        int unequal(long[] words, int first) {
            int unequal = 0;
            for (int i = first; i < first + all; i++) {
                long rotated = ((words[i] >>> right) & fromHigher) | ((words[i] << left) & ~fromHigher);
                unequal += Long.bitCount(words[i] ^ rotated);
            }
            return unequal;
        }
    }

    /** Any segments. */
    private static final class OfBits extends Rotation {
        private final int all;
        private final int segment;
        private final int bits;

        OfBits(int all, int segment, int bits) {
            this.all = all;
            this.segment = segment;
            this.bits = bits;
        }

        @Override
        int unequal(long[] words, int first) {
            int kept = segment - bits;
            int unequal = 0;
            for (int start = 0; start < all; start += segment) {
                unequal += unequal(words, first, start, start + bits, kept);
                unequal += unequal(words, first, start + kept, start, bits);
            }
            return unequal;
        }

        /** At how many of {@code length} positions the bits from a and the bits from b differ. */
        private static int unequal(long[] words, int first, int a, int b, int length) {
            int unequal = 0;
            int done = 0;
            for (; done <= length - Long.SIZE; done += Long.SIZE) {
                unequal += Long.bitCount(States.bits(words, first, a + done) ^ States.bits(words, first, b + done));
            }
            if (done < length) {
                long difference = States.bits(words, first, a + done) ^ States.bits(words, first, b + done);
                unequal += Long.bitCount(difference << (done - length));
            }
            return unequal;
        }
    }
}
