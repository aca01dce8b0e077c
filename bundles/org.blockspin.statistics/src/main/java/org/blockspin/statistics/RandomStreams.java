package org.blockspin.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.blockspin.api.RandomStream;

/**
 * Makes {@link RandomStream}s whose origin is a seed and a path of keys.
 *
 * <p>The generator is xoshiro256++ (Blackman and Vigna 2021) of Apache Commons RNG; its 256-bit state starts as
 * SHA-256 of everything that names the stream. Distinct names give unrelated states, whatever the seeds are, and a
 * split costs one hash and needs no knowledge of what else was split.
 */
public final class RandomStreams {
    private RandomStreams() {}

    /** The stream of this seed and path, for instance the name of a step and the number of a repeat. */
    public static RandomStream of(long seed, String... path) {
        MessageDigest digest = sha256();
        digest.update(longs(seed, path.length));
        for (String key : path) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            digest.update(longs(bytes.length));
            digest.update(bytes);
        }
        return new Stream(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    private static final class Stream implements RandomStream {
        private final byte[] origin;
        private final XoShiRo256PlusPlus generator;

        Stream(byte[] origin) {
            this.origin = origin;
            long[] state = new long[4];
            ByteBuffer.wrap(origin).asLongBuffer().get(state);
            this.generator = new XoShiRo256PlusPlus(state);
        }

        @Override
        public long nextLong() {
            return generator.nextLong();
        }

        @Override
        public double nextDouble() {
            return (generator.nextLong() >>> 11) * 0x1.0p-53;
        }

        @Override
        public int nextInt(int bound) {
            return generator.nextInt(bound);
        }

        @Override
        public RandomStream split(long key) {
            MessageDigest digest = sha256();
            digest.update(origin);
            digest.update(longs(key));
            return new Stream(digest.digest());
        }
    }
}
