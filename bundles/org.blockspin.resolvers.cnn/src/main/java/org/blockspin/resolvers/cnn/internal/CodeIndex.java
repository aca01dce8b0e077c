package org.blockspin.resolvers.cnn.internal;

import java.util.Arrays;

/**
 * Numbers distinct codes in the order of their first appearance: a hash table with open addressing. Not thread-safe.
 *
 * <p>Hot: counting windows asks once for every window of a batch.
 */
final class CodeIndex {
    private long[] keys = new long[1 << 10];
    /** One more than the number of the key in the same slot; 0 where the slot is free. */
    private int[] numbers = new int[1 << 10];

    private long[] codes = new long[1 << 9];
    private int size;

    /** The number of a code, from 0; a new code gets the next number. */
    int number(long code) {
        int slot = slot(code);
        if (numbers[slot] == 0) {
            if (size == codes.length) {
                grow();
                slot = slot(code);
            }
            keys[slot] = code;
            codes[size++] = code;
            numbers[slot] = size;
        }
        return numbers[slot] - 1;
    }

    private int slot(long code) {
        int mask = keys.length - 1;
        // Fibonacci hashing: the high bits of the product depend on all bits of the code.
        int slot = (int) ((code * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (numbers[slot] != 0 && keys[slot] != code) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        codes = Arrays.copyOf(codes, 2 * size);
        keys = new long[4 * size];
        numbers = new int[4 * size];
        for (int i = 0; i < size; i++) {
            int slot = slot(codes[i]);
            keys[slot] = codes[i];
            numbers[slot] = i + 1;
        }
    }

    int size() {
        return size;
    }

    /** The code with this number. */
    long code(int number) {
        return codes[number];
    }
}
