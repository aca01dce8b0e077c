package org.blockspin.api;

import java.util.SplittableRandom;

/** The generator of the JDK that splits (Steele, Lea and Flood 2014), as a stream. */
final class SeededStream implements RandomStream {
    private final long seed;
    private final SplittableRandom generator;

    SeededStream(long seed) {
        this.seed = seed;
        this.generator = new SplittableRandom(seed);
    }

    @Override
    public long nextLong() {
        return generator.nextLong();
    }

    @Override
    public double nextDouble() {
        return generator.nextDouble();
    }

    @Override
    public int nextInt(int bound) {
        return generator.nextInt(bound);
    }

    @Override
    public RandomStream split(long key) {
        long mixed = new SplittableRandom(key).nextLong();
        return new SeededStream(new SplittableRandom(seed ^ mixed).nextLong());
    }
}
