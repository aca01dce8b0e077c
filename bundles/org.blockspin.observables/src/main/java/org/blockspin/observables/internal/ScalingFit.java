package org.blockspin.observables.internal;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.blockspin.api.Fit;
import org.blockspin.statistics.LineFit;

/** Fits straight lines to the logarithms of quantities over the logarithm of the linear size. Thread-safe. */
final class ScalingFit implements Fit.Fitted {
    private final List<ScalingLaw> laws;
    private final List<Fit.Point> points;
    private final double nu;
    private final int dimensions;
    private final double[] logSizes;

    ScalingFit(List<ScalingLaw> laws, List<Fit.Point> points, double nu) {
        this.laws = laws;
        this.points = List.copyOf(points);
        this.nu = nu;
        this.dimensions = points.get(0).subject().lattice().dimensions();
        this.logSizes = points.stream()
                .mapToDouble(p -> StrictMath.log(p.subject().lattice().linearSize()))
                .toArray();
    }

    @Override
    public List<String> names() {
        return laws.stream().flatMap(ScalingFit::names).toList();
    }

    private static Stream<String> names(ScalingLaw law) {
        String quantity = law.quantity();
        return Stream.of(law.exponent(), quantity + ".slope", quantity + ".intercept", quantity + ".correlation");
    }

    @Override
    public double[] fit(double[][] values, double[][] standardErrors) {
        return laws.stream()
                .flatMapToDouble(law -> {
                    LineFit line = line(law.quantity(), values, standardErrors);
                    double exponent = law.formula().exponent(line.slope(), nu, dimensions);
                    return DoubleStream.of(exponent, line.slope(), line.intercept(), line.correlation());
                })
                .toArray();
    }

    private LineFit line(String quantity, double[][] values, double[][] standardErrors) {
        double[] logValues = new double[logSizes.length];
        double[] errors = new double[logSizes.length];
        for (int i = 0; i < logSizes.length; i++) {
            int column = points.get(i).quantities().indexOf(quantity);
            double value = values[i][column];
            if (!(value > 0)) {
                return new LineFit(Double.NaN, Double.NaN, Double.NaN);
            }
            logValues[i] = StrictMath.log(value);
            errors[i] = standardErrors[i][column] / value;
        }
        return LineFit.of(logSizes, logValues, errors);
    }
}
