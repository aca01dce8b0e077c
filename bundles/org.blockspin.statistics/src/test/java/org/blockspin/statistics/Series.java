package org.blockspin.statistics;

import org.blockspin.api.RandomStream;

/** Random series with known statistics. */
final class Series {
    private Series() {}

    /** A standard normal number (Box and Muller). */
    static double normal(RandomStream random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** x_{t+1} = a x_t + sqrt(1 - a^2) xi in its stationary state: mean 0, variance 1, tau = (1 + a) / (2 (1 - a)). */
    static double[] autoregressive(double a, int length, RandomStream random) {
        double[] series = new double[length];
        double x = normal(random);
        for (int t = 0; t < length; t++) {
            series[t] = x;
            x = a * x + Math.sqrt(1 - a * a) * normal(random);
        }
        return series;
    }
}
