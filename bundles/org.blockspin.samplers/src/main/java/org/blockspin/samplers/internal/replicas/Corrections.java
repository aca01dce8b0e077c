package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;
import org.blockspin.api.RandomStream;

/**
 * Sets, or clears, every bit of a mask with a small probability d, independently.
 *
 * <p>For n bits, a Poisson number of places with mean -n log(1 - d) is drawn, each place uniformly and with replacement:
 * the numbers of times that single bits are chosen are then independent and Poisson with mean -log(1 - d), so that each
 * is chosen at least once with probability d. Places beyond the mask are drawn too, up to a power of two, and dropped.
 * The cost is that of the few places, not of the many bits.
 * The number is drawn from a double, so that what is less likely than 2^-53 a mask does not happen.
 */
final class Corrections {
    /** Places from one random word. */
    private static final int PLACES = 4;

    /** Beyond it exp(-mean) is no normal number. */
    private static final double LARGEST_MEAN = 700;

    private static final int MOST_DIGITS = Long.SIZE / PLACES;

    /** All bits 1 if corrections set bits, 0 if they clear them. */
    private final long set;
    /** Binary digits of a place in a stretch of the mask. */
    private final int digits;
    /** By number: the probability that no more places are drawn, up to where it is 1 in double precision. */
    private final double[] cumulative;
    /** Where the search in it begins. */
    private final int typical;

    /** Corrections of masks for so many sites. */
    Corrections(Bernoulli bernoulli, int sites) {
        this.set = bernoulli.sets() ? -1 : 0;
        int bits = Math.multiplyExact(sites, Grid.REPLICAS);
        this.digits = Math.min(MOST_DIGITS, Integer.SIZE - Integer.numberOfLeadingZeros(bits - 1));
        double mean = -(1 << digits) * StrictMath.log1p(-bernoulli.correction());
        this.cumulative = poisson(mean);
        this.typical = Math.min((int) mean, cumulative.length - 1);
    }

    private static double[] poisson(double mean) {
        if (mean > LARGEST_MEAN) {
            throw new IllegalArgumentException("expected fewer corrections a mask than " + mean);
        }
        double[] table = new double[16];
        double term = StrictMath.exp(-mean);
        double sum = term;
        int length = 0;
        while (length < mean || sum + term > sum) {
            if (length == table.length) {
                table = Arrays.copyOf(table, 2 * length);
            }
            table[length++] = sum;
            term *= mean / length;
            sum += term;
        }
        table = Arrays.copyOf(table, length + 1);
        table[length] = 1;
        return table;
    }

    /** Corrects a mask. */
    void apply(long[] mask, RandomStream random) {
        int stretch = 1 << (digits - 6);
        for (int from = 0; from < mask.length; from += stretch) {
            correct(mask, from, places(random.nextDouble()), random);
        }
    }

    private void correct(long[] mask, int from, int places, RandomStream random) {
        int all = (1 << digits) - 1;
        for (int i = places; i > 0; i -= PLACES) {
            long word = random.nextLong();
            for (int j = Math.min(i, PLACES); j > 0; j--) {
                int place = (int) word & all;
                int at = from + (place >>> 6);
                if (at < mask.length) {
                    long bit = 1L << place;
                    mask[at] = (mask[at] & ~bit) | (bit & set);
                }
                word >>>= MOST_DIGITS;
            }
        }
    }

    private int places(double uniform) {
        int places = typical;
        while (places > 0 && uniform < cumulative[places - 1]) {
            places--;
        }
        while (uniform >= cumulative[places]) {
            places++;
        }
        return places;
    }
}
