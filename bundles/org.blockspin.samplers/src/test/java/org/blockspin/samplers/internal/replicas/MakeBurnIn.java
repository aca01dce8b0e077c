package org.blockspin.samplers.internal.replicas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the tables of {@link BurnIn}: prints the lines for sizes and temperatures.
 *
 * <p>From both starts the biases of energy and modulus of the magnetization are followed, in units of the standard
 * deviations in equilibrium. Between the step at which a bias has fallen to 0.3 and the last at which it is seen clearly
 * it falls as lambda^step; the number of steps is where this falls to 10^-5, with lambda taken at the upper end of its
 * error, plus a twentieth. For the mixed start, the fraction of hot replicas is the one with which the slowest mode,
 * which they have with the opposite sign, is absent; of that mode what its error leaves is taken to remain, at least 2 %.
 */
final class MakeBurnIn {
    private static final double TARGET = 1e-5;
    private static final double CLEARLY = 6;
    private static final double SAFETY = 1.05;
    private static final double FRACTION_ERROR = 0.02;

    private final BiFunction<Grid, Double, List<Update>> updates;

    private MakeBurnIn(BiFunction<Grid, Double, List<Update>> updates) {
        this.updates = updates;
    }

    /**
     * Prints lines of a table. Arguments: {@code cluster} or {@code metropolis}, the extents of the lattice ({@code 16x16}),
     * how many steps are followed, in how many blocks of {@value Grid#REPLICAS} replicas, which starts ({@code cold}, {@code both} or {@code
     * mixed}), and temperatures, or {@code critical}. The steps must be several relaxation times: their last third is taken
     * for equilibrium. Below the critical temperature, random spins of a large lattice do not get there.
     */
    public static void main(String[] arguments) {
        MakeBurnIn maker = of(arguments[0].equals("cluster"));
        String starts = arguments[4];
        for (String temperature : List.of(arguments).subList(5, arguments.length)) {
            System.out.println(maker.line(
                    grid(arguments[1]),
                    temperature.equals("critical")
                            ? 2 / StrictMath.log(1 + StrictMath.sqrt(2))
                            : Double.parseDouble(temperature),
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    !starts.equals("cold"),
                    starts.equals("mixed")));
        }
    }

    private static Grid grid(String extents) {
        String[] both = extents.split("x", -1);
        return new Grid(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
    }

    /** For steps of a cluster step and a Metropolis sweep, or for sweeps alone. */
    private static MakeBurnIn of(boolean clusters) {
        return new MakeBurnIn((grid, coupling) -> {
            Kernels kernels = Kernels.fastest().make(grid);
            MetropolisSweep sweep = new MetropolisSweep(grid, coupling, kernels);
            return clusters ? List.of(new ClusterStep(grid, coupling, kernels), sweep) : List.of(sweep);
        });
    }

    /** What a start tells: bias of a quantity after a step, and the rate of its decay. */
    private record Decay(int step, double bias, double error, double rate, double rateError) {
        /** Steps until the bias, times a factor, is small enough. */
        int steps(double factor) {
            double excess = StrictMath.log(factor * (Math.abs(bias) + 2 * error) / TARGET);
            double slowest = Math.max(rate - 2 * rateError, rate / 2);
            return (int) Math.ceil(SAFETY * (step + Math.max(0, excess) / slowest));
        }

        double at(int other) {
            return bias * StrictMath.exp(-rate * (other - step));
        }
    }

    /** The line of a lattice and a temperature, with its shorter extent: cold, hot, mixed, fraction. */
    private String line(Grid grid, double temperature, int steps, int blocks, boolean withHot, boolean withMixed) {
        List<Update> chain = updates.apply(grid, 1 / temperature);
        Relaxation cold = new Relaxation(grid, chain, 0, steps, blocks);
        Optional<Relaxation> hot =
                withHot ? Optional.of(new Relaxation(grid, chain, 1, steps, blocks)) : Optional.empty();
        Decay[] colds = new Decay[2];
        Decay[] hots = new Decay[2];
        for (int quantity = 0; quantity < 2; quantity++) {
            double reference = equilibrium(quantity, cold, hot);
            colds[quantity] = decay(cold, quantity, reference);
            if (hot.isPresent()) {
                hots[quantity] = decay(hot.get(), quantity, reference);
            }
        }
        StringBuilder line = new StringBuilder();
        line.append(Math.min(grid.rows(), grid.columns()))
                .append(',')
                .append(temperature)
                .append(',')
                .append(most(colds, 1));
        line.append(',').append(withHot ? String.valueOf(most(hots, 1)) : "").append(',');
        line.append(withMixed ? mixed(colds, hots) : ",");
        System.err.printf(Locale.ROOT, "%s   cold %s %s hot %s %s%n", line, colds[0], colds[1], hots[0], hots[1]);
        return line.toString();
    }

    private static int most(Decay[] decays, double factor) {
        return Math.max(decays[0].steps(factor), decays[1].steps(factor));
    }

    private static String mixed(Decay[] colds, Decay[] hots) {
        double[] fractions = new double[2];
        double error = FRACTION_ERROR;
        for (int quantity = 0; quantity < 2; quantity++) {
            Decay c = colds[quantity];
            double other = Math.abs(hots[quantity].at(c.step));
            fractions[quantity] = Math.abs(c.bias) / (Math.abs(c.bias) + other);
        }
        double fraction = (fractions[0] + fractions[1]) / 2;
        error = Math.max(error, Math.abs(fractions[0] - fractions[1]) / fraction);
        return String.format(Locale.ROOT, "%d,%.4f", most(colds, error), fraction);
    }

    /** The mean over the last third of all that was followed. */
    private static double equilibrium(int quantity, Relaxation cold, Optional<Relaxation> hot) {
        double sum = 0;
        int count = 0;
        for (int step = 2 * cold.steps() / 3; step <= cold.steps(); step++) {
            sum += cold.mean(quantity, step);
            count++;
            if (hot.isPresent()) {
                sum += hot.get().mean(quantity, step);
                count++;
            }
        }
        return sum / count;
    }

    private static Decay decay(Relaxation relaxation, int quantity, double reference) {
        double deviation = relaxation.deviation(quantity, relaxation.steps());
        int first = 0;
        int last = 0;
        for (int step = 0; step <= 2 * relaxation.steps() / 3; step++) {
            double bias = Math.abs(relaxation.mean(quantity, step) - reference);
            if (bias < CLEARLY * relaxation.error(quantity, relaxation.steps())) {
                break;
            }
            last = step;
            if (bias > 0.3 * deviation) {
                first = step;
            }
        }
        // A decay too fast to be seen twice is bounded by the first step at which nothing is seen.
        int end = last - first >= 3 ? last : last + 1;
        double bias = (relaxation.mean(quantity, end) - reference) / deviation;
        double error = relaxation.error(quantity, end) / deviation;
        double begin = Math.abs(relaxation.mean(quantity, first) - reference) / deviation;
        double beginError = relaxation.error(quantity, first) / deviation;
        double seen = end == last ? Math.abs(bias) : Math.abs(bias) + 2 * error;
        double rate = StrictMath.log(begin / seen) / (end - first);
        double rateError = StrictMath.hypot(error / seen, beginError / begin) / (end - first);
        return new Decay(end, bias, error, rate, end == last ? rateError : 0);
    }
}
