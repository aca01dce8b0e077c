package org.blockspin.figures.internal.exact;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Ising ring of N spins, Z = (2 cosh K)^N (1 + t^N) with t = tanh K, K = 1/T:
 *
 * <ul>
 *   <li>{@code energy}: e = -(t + t^(N-1)) / (1 + t^N)
 *   <li>{@code specific_heat}: c = K^2 (1 - t^2) [1 - t^(2N-2) + (N-1) t^(N-2) (1 - t^2)] / (1 + t^N)^2, which is
 *       -K^2 de/dK without the differences of nearly equal numbers at low temperature
 *   <li>{@code G(j)}, {@code G(L/k)}, {@code G(L^0.8/5)} with the distance rounded: (t^j + t^(N-j)) / (1 + t^N) (Efthymiou
 *       et al. 2019, Eq. 6; Baxter 1989)
 *   <li>{@code m2}, {@code chi_full}: the sum of G over all sites is (1 + t) (1 - t^N) / ((1 - t) (1 + t^N))
 *   <li>{@code abs_m}, {@code chi_sub} = N (<m^2> - <|m|>^2) / T: see {@link RingMagnetization}
 * </ul>
 */
record IsingChain(int spins) implements ExactIsing {
    private static final Pattern TWO_POINT =
            Pattern.compile("G\\((?:L(?:\\^(0?\\.[0-9]{1,6}))?(/))?([1-9][0-9]{0,8})\\)");

    @Override
    public Optional<DoubleUnaryOperator> quantity(String name) {
        return switch (name) {
            case "energy" -> Optional.of(temperature -> -twoPoint(1, temperature));
            case "specific_heat" -> Optional.of(this::specificHeat);
            case "chi_full" -> Optional.of(this::sumOfTwoPoint);
            case "abs_m" -> Optional.of(new RingMagnetization(spins)::mean);
            case "chi_sub" ->
                Optional.of(temperature -> spins * new RingMagnetization(spins).variance(temperature) / temperature);
            case "m2" -> Optional.of(temperature -> sumOfTwoPoint(temperature) / spins);
            default -> twoPoint(name);
        };
    }

    private Optional<DoubleUnaryOperator> twoPoint(String name) {
        Matcher matcher = TWO_POINT.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double distance = distance(
                Optional.ofNullable(matcher.group(1)), matcher.group(2) != null, Integer.parseInt(matcher.group(3)));
        return Optional.of(temperature -> twoPoint(distance, temperature));
    }

    private double distance(Optional<String> exponent, boolean ofSize, int number) {
        return exponent.map(power -> Math.rint(StrictMath.pow(spins, Double.parseDouble(power)) / number))
                .orElse(ofSize ? (double) spins / number : number);
    }

    private double twoPoint(double distance, double temperature) {
        double logT = logTanh(temperature);
        double sum = StrictMath.exp(distance * logT) + StrictMath.exp((spins - distance) * logT);
        return sum / (1 + StrictMath.exp(spins * logT));
    }

    private double specificHeat(double temperature) {
        double logT = logTanh(temperature);
        double oneLessSquare = -StrictMath.expm1(2 * logT);
        double bracket = -StrictMath.expm1((2.0 * spins - 2) * logT)
                + (spins - 1) * StrictMath.exp((spins - 2) * logT) * oneLessSquare;
        double denominator = 1 + StrictMath.exp(spins * logT);
        return oneLessSquare * bracket / (temperature * temperature * denominator * denominator);
    }

    private double sumOfTwoPoint(double temperature) {
        double logT = logTanh(temperature);
        double ratio = logT == 0 ? spins : StrictMath.expm1(spins * logT) / StrictMath.expm1(logT);
        return ratio * (1 + StrictMath.exp(logT)) / (1 + StrictMath.exp(spins * logT));
    }

    /** ln tanh K, accurate also where tanh K is nearly 1. */
    private static double logTanh(double temperature) {
        return StrictMath.log1p(-2 / (StrictMath.exp(2 / temperature) + 1));
    }
}
