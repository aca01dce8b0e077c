package org.blockspin.figures.internal.exact;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The square lattice of n x m spins on a torus (Kaufman 1949, Phys. Rev. 76, 1232; Ferdinand and Fisher 1969, Phys. Rev.
 * 185, 832): Z = (2 sinh 2K)^(nm/2) (Z1 + Z2 + Z3 + Z4) / 2 with
 *
 * <p>Z1 = prod 2 cosh(m g(2r+1) / 2), Z2 = prod 2 sinh(m g(2r+1) / 2), Z3 = prod 2 cosh(m g(2r) / 2), Z4 = prod 2 sinh(m
 * g(2r) / 2), products over r = 0 ... n-1, cosh g(r) = cosh 2K coth 2K - cos(pi r / n), and g(0) = 2K + ln tanh K, which is
 * negative above T_c and makes Z4 negative there. Quantities {@code energy}, e = -(ln Z)' / nm, and {@code specific_heat},
 * c = K^2 (ln Z)'' / nm, with derivatives by K = 1/T taken analytically.
 *
 * <p>The products are far outside the range of a double, and differ by far more than its precision. So each is carried as
 * its logarithm and its derivatives relative to those of Z1, from which the fluctuation (ln Z)'' comes without a difference
 * of large numbers. Z4 is zero at T_c, where only its logarithm diverges: its factor r = 0 is kept apart.
 */
record KaufmanTorus(int n, int m) implements ExactIsing {
    /** Colder than this, K &gt; 50, the lattice is ordered to more digits than a double has. */
    private static final double COLDEST = 0.02;

    /** ln Z / nm by K, first and second derivative. */
    private record Derivatives(double first, double second) {}

    @Override
    public Optional<DoubleUnaryOperator> quantity(String name) {
        return switch (name) {
            case "energy" -> Optional.of(this::energy);
            case "specific_heat" -> Optional.of(this::specificHeat);
            default -> Optional.empty();
        };
    }

    private double energy(double temperature) {
        return temperature < COLDEST ? -2 : -derivatives(1 / temperature).first;
    }

    private double specificHeat(double temperature) {
        return temperature < COLDEST ? 0 : derivatives(1 / temperature).second / (temperature * temperature);
    }

    private Derivatives derivatives(double coupling) {
        Product cosh1 = new Product();
        Product sinh1 = new Product();
        Product cosh0 = new Product();
        Product sinh0 = new Product();
        for (int r = 0; r < n; r++) {
            HalfAngle odd = angle(2 * r + 1, coupling);
            cosh1.multiplyByCosh(odd);
            sinh1.multiplyBySinh(odd);
            HalfAngle even = r == 0 ? zeroAngle(coupling) : angle(2 * r, coupling);
            cosh0.multiplyByCosh(even);
            if (r > 0) {
                sinh0.multiplyBySinh(even);
            }
        }
        Sum sum = new Sum(cosh1.first, cosh1.logarithm);
        sum.add(cosh1);
        sum.add(sinh1);
        sum.add(cosh0);
        sum.addTimesSinh(sinh0, zeroAngle(coupling));
        double sinh = StrictMath.sinh(2 * coupling);
        double coth = StrictMath.cosh(2 * coupling) / sinh;
        double sites = (double) n * m;
        return new Derivatives(
                coth + (cosh1.first + sum.meanFirst()) / sites, -2 / (sinh * sinh) + sum.secondOfLogarithm() / sites);
    }

    /** y = m g / 2 and its derivatives by K. */
    private record HalfAngle(double value, double first, double second) {}

    /** y for r other than 0, from cosh g - 1 = (s - 1)^2 / s + 2 sin^2(pi r / 2n), s = sinh 2K, which loses no digits. */
    private HalfAngle angle(int r, double coupling) {
        double s = StrictMath.sinh(2 * coupling);
        double c = StrictMath.cosh(2 * coupling);
        double sine = StrictMath.sin(Math.PI * r / (2.0 * n));
        double less = (s - 1) * (s - 1) / s + 2 * sine * sine;
        double sinhG = StrictMath.sqrt(less * (less + 2));
        double coshFirst = 2 * c * (1 - 1 / (s * s));
        double coshSecond = 4 * (s - 1 / s + 2 * c * c / (s * s * s));
        double first = coshFirst / sinhG;
        double second = (coshSecond - first * first * (1 + less)) / sinhG;
        return new HalfAngle(m * StrictMath.log1p(less + sinhG) / 2, m * first / 2, m * second / 2);
    }

    private HalfAngle zeroAngle(double coupling) {
        double s = StrictMath.sinh(2 * coupling);
        double logTanh = StrictMath.log1p(-2 / (StrictMath.exp(2 * coupling) + 1));
        double second = -4 * StrictMath.cosh(2 * coupling) / (s * s);
        return new HalfAngle(m * (2 * coupling + logTanh) / 2, m * (1 + 1 / s), m * second / 2);
    }

    /** A product of hyperbolic functions of half angles: its logarithm and the derivatives of that. */
    private static final class Product {
        private double logarithm;
        private double first;
        private double second;

        void multiplyByCosh(HalfAngle y) {
            double tanh = StrictMath.tanh(y.value);
            double size = Math.abs(y.value);
            logarithm += size + StrictMath.log1p(StrictMath.exp(-2 * size));
            first += y.first * tanh;
            second += y.second * tanh + y.first * y.first * (1 - tanh * tanh);
        }

        /** For angles greater than zero. */
        void multiplyBySinh(HalfAngle y) {
            double coth = 1 / StrictMath.tanh(y.value);
            logarithm += y.value + StrictMath.log1p(-StrictMath.exp(-2 * y.value));
            first += y.first * coth;
            second += y.second * coth + y.first * y.first * (1 - coth * coth);
        }
    }

    /** A sum of products, in units of a reference product, its derivatives shifted by that product's. */
    private static final class Sum {
        private final double shift;
        private final double logarithm;
        private double value;
        private double first;
        private double second;

        Sum(double shift, double logarithm) {
            this.shift = shift;
            this.logarithm = logarithm;
        }

        void add(Product p) {
            double weight = StrictMath.exp(p.logarithm - logarithm);
            double d = p.first - shift;
            value += weight;
            first += weight * d;
            second += weight * (d * d + p.second);
        }

        /** Adds p times 2 sinh y. */
        void addTimesSinh(Product p, HalfAngle y) {
            double size = Math.abs(y.value);
            double weight = StrictMath.exp(p.logarithm + size - logarithm);
            double sinh = Math.signum(y.value) * -StrictMath.expm1(-2 * size);
            double cosh = 1 + StrictMath.exp(-2 * size);
            double d = p.first - shift;
            double sinhFirst = y.first * cosh;
            double sinhSecond = y.second * cosh + y.first * y.first * sinh;
            value += weight * sinh;
            first += weight * (sinhFirst + sinh * d);
            second += weight * (sinhSecond + 2 * sinhFirst * d + sinh * (d * d + p.second));
        }

        double meanFirst() {
            return first / value;
        }

        double secondOfLogarithm() {
            double mean = first / value;
            return second / value - mean * mean;
        }
    }
}
