package org.blockspin.figures.internal.exact;

/**
 * The magnetization of the Ising ring of N spins, by counting: of the configurations with n spins up, 0 < n < N, those with
 * w domains of up spins are N/w C(n-1, w-1) C(N-n-1, w-1), and their energy is 4w above the lowest.
 */
final class RingMagnetization {
    private final int spins;
    /** ln n! */
    private final double[] logFactorial;

    RingMagnetization(int spins) {
        this.spins = spins;
        this.logFactorial = new double[spins + 1];
        for (int n = 2; n <= spins; n++) {
            logFactorial[n] = logFactorial[n - 1] + StrictMath.log(n);
        }
    }

    /** <|m|> at a temperature in units of J / k_B. */
    double mean(double temperature) {
        return moments(temperature)[0];
    }

    /** <m^2> - <|m|>^2. */
    double variance(double temperature) {
        double[] moments = moments(temperature);
        return Math.max(0, moments[1] - moments[0] * moments[0]);
    }

    /** <|m|> and <m^2>. */
    private double[] moments(double temperature) {
        double partitionFunction = 2;
        double first = 2;
        double second = 2;
        for (int up = 1; up < spins; up++) {
            double weight = weight(up, temperature);
            double m = Math.abs(2.0 * up - spins) / spins;
            partitionFunction += weight;
            first += weight * m;
            second += weight * m * m;
        }
        return new double[] {first / partitionFunction, second / partitionFunction};
    }

    /** Of all configurations with so many spins up, relative to one whose spins all agree. */
    private double weight(int up, double temperature) {
        double weight = 0;
        for (int domains = 1; domains <= Math.min(up, spins - up); domains++) {
            double logNumber = logBinomial(up - 1, domains - 1) + logBinomial(spins - up - 1, domains - 1);
            weight += spins / (double) domains * StrictMath.exp(logNumber - 4 * domains / temperature);
        }
        return weight;
    }

    private double logBinomial(int n, int k) {
        return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
    }
}
