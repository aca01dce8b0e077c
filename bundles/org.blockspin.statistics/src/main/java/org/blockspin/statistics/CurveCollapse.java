package org.blockspin.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * The collapse of curves onto others by a map of the temperature, T~ = f(T) = a / ln cosh(b / T): the exact form in one
 * dimension, where a = b = 2, and the one that Efthymiou et al. (2019), Sec. IV, fit in two. Minimizes the sum over curves
 * and points of ((y(T) - Y(f(T))) / sigma)^2, where Y is a {@link MonotoneCurve}, with the method of Levenberg and
 * Marquardt. Points whose values Y does not reach say nothing about f and are left out.
 *
 * @param a and
 * @param b the parameters; NaN if they cannot be determined
 * @param chiSquare the sum at its minimum
 * @param points over how many points it is
 */
public record CurveCollapse(double a, double b, double chiSquare, int points) {
    private static final double START = 2;
    private static final double STEP = 1e-5;
    private static final int MOST_EVALUATIONS = 1000;
    private static final double LN_2 = StrictMath.log(2);
    private static final CurveCollapse UNKNOWN = new CurveCollapse(Double.NaN, Double.NaN, Double.NaN, 0);

    /**
     * A point that is to fall onto a curve.
     *
     * @param temperature T, greater than 0
     * @param value y
     * @param standardError sigma, which should hold the error of the curve as well
     */
    public record Point(double temperature, double value, double standardError) {}

    /** Points that are to fall onto a curve. */
    public record Points(MonotoneCurve onto, List<Point> points) {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** A point that the curve reaches. */
    private record Term(MonotoneCurve onto, double temperature, double value, double weight) {}

    /** ln f and its parameters ln a, ln b, which keeps them positive. */
    public static CurveCollapse of(List<Points> curves) {
        List<Term> terms =
                curves.stream().flatMap(points -> terms(points).stream()).toList();
        if (terms.size() < 2) {
            return UNKNOWN;
        }
        double[] weights = terms.stream().mapToDouble(Term::weight).toArray();
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .start(new double[] {StrictMath.log(START), StrictMath.log(START)})
                .model(model(terms))
                .target(terms.stream().mapToDouble(Term::value).toArray())
                .weight(new DiagonalMatrix(weights))
                .lazyEvaluation(false)
                .maxEvaluations(MOST_EVALUATIONS)
                .maxIterations(MOST_EVALUATIONS)
                .build();
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem);
            double cost = optimum.getCost();
            return new CurveCollapse(
                    StrictMath.exp(optimum.getPoint().getEntry(0)),
                    StrictMath.exp(optimum.getPoint().getEntry(1)),
                    cost * cost,
                    terms.size());
        } catch (TooManyEvaluationsException | TooManyIterationsException e) {
            return UNKNOWN;
        }
    }

    private static List<Term> terms(Points points) {
        List<Term> terms = new ArrayList<>();
        for (Point point : points.points()) {
            double sigma = point.standardError();
            if (sigma > 0 && Double.isFinite(sigma) && points.onto().reaches(point.value())) {
                terms.add(new Term(points.onto(), point.temperature(), point.value(), 1 / (sigma * sigma)));
            }
        }
        return terms;
    }

    private static MultivariateJacobianFunction model(List<Term> terms) {
        return parameters -> {
            double[][] jacobian = new double[terms.size()][2];
            double[] values = values(terms, parameters, 0, 0);
            double[][] up = {values(terms, parameters, STEP, 0), values(terms, parameters, 0, STEP)};
            double[][] down = {values(terms, parameters, -STEP, 0), values(terms, parameters, 0, -STEP)};
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < 2; k++) {
                    jacobian[i][k] = (up[k][i] - down[k][i]) / (2 * STEP);
                }
            }
            return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
        };
    }

    private static double[] values(List<Term> terms, RealVector logarithms, double da, double db) {
        double a = StrictMath.exp(logarithms.getEntry(0) + da);
        double b = StrictMath.exp(logarithms.getEntry(1) + db);
        return IntStream.range(0, terms.size())
                .mapToDouble(
                        i -> terms.get(i).onto().at(mapped(a, b, terms.get(i).temperature())))
                .toArray();
    }

    /** T~ of a temperature T, in units of J/k_B. */
    public double at(double temperature) {
        return mapped(a, b, temperature);
    }

    /** a / ln cosh(b / T). */
    static double mapped(double a, double b, double temperature) {
        double x = b / temperature;
        double sinh = StrictMath.sinh(x / 2);
        double logCosh =
                x < 1 ? StrictMath.log1p(2 * sinh * sinh) : x + StrictMath.log1p(StrictMath.exp(-2 * x)) - LN_2;
        return a / logCosh;
    }
}
