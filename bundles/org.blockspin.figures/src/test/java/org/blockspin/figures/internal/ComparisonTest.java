package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Check.Outcome;
import org.blockspin.figures.internal.Check.Scale;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Lattice RING = Rows.chain(64);
    private static final double[] TEMPERATURES = {0.5, 1, 2};

    private static Optional<Input<Ensemble>> step(String name) {
        return Optional.of(input(name));
    }

    private static Input<Ensemble> input(String name) {
        return new Input<>(name, () -> {
            throw new IllegalStateException("nobody needs it");
        });
    }

    private static Check exact(String quantity, String of, double tolerance) {
        return new Check(
                quantity,
                step(of),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                tolerance,
                Scale.VALUE,
                Outcome.AGREEMENT);
    }

    private static Check number(String quantity, double value, double error, double tolerance, Outcome expected) {
        return new Check(
                quantity,
                Optional.empty(),
                Optional.empty(),
                Optional.of(value),
                error,
                "paper",
                tolerance,
                Scale.VALUE,
                expected);
    }

    private static double energy(double temperature) {
        double t = Math.tanh(1 / temperature);
        return -(t + Math.pow(t, 63)) / (1 + Math.pow(t, 64));
    }

    /** Energies of a ring, all too high by the same factor. */
    private static List<Result> energies(String ensemble, double factor, double error) {
        List<Result> rows = new ArrayList<>();
        for (double temperature : TEMPERATURES) {
            rows.add(Rows.at(temperature, "measured", "energy", RING, 0, factor * energy(temperature), error));
        }
        return Rows.of(ensemble, rows);
    }

    private static Map<String, byte[]> draw(List<Check> checks, List<Result> rows) throws Exception {
        return draw(new Comparison.Parameters(checks, List.of(), Optional.empty()), rows);
    }

    private static Map<String, byte[]> draw(Comparison.Parameters parameters, List<Result> rows) throws Exception {
        Set<String> quantities = Set.copyOf(rows.stream().map(Result::quantity).toList());
        return Drawn.draw(new Comparison().create(parameters, new Available(quantities, List.of())), rows);
    }

    /** Outcome, what was expected, and whether that is it. */
    private static String verdict(List<Check> checks, List<Result> rows) throws Exception {
        return csv(draw(checks, rows)).get(1).replaceFirst(".*,([^,]*,[^,]*,[^,]*)$", "$1");
    }

    @Test
    void valuesWithinErrorsOrTheToleranceAgree() throws Exception {
        List<Result> rows = energies("grown", 1.02, 0.002);
        assertThat(verdict(List.of(exact("energy", "grown", 0)), rows)).isEqualTo("difference,agreement,no");
        assertThat(verdict(List.of(exact("energy", "grown", 0.01)), rows)).isEqualTo("difference,agreement,no");
        assertThat(verdict(List.of(exact("energy", "grown", 0.03)), rows)).isEqualTo("agreement,agreement,yes");
        assertThat(verdict(List.of(exact("energy", "grown", 0)), energies("grown", 1.02, 0.006)))
                .isEqualTo("agreement,agreement,yes");
        assertThat(verdict(List.of(exact("energy", "grown", 0)), energies("grown", 1.02, 0.004)))
                .as("0.02 at the lowest temperature is five standard errors")
                .isEqualTo("difference,agreement,no");
    }

    /** Of 100 configurations without a spread, one more might differ. */
    @Test
    void valuesWithoutSpreadAreKnownToOnePartInTheirNumber() throws Exception {
        assertThat(verdict(List.of(exact("energy", "grown", 0)), energies("grown", 1.005, 0)))
                .isEqualTo("agreement,agreement,yes");
        assertThat(verdict(List.of(exact("energy", "grown", 0)), energies("grown", 1.02, 0)))
                .isEqualTo("difference,agreement,no");
    }

    @Test
    void theFarthestValueIsShown() throws Exception {
        List<Result> rows = new ArrayList<>(energies("grown", 1, 0.001));
        rows.addAll(Rows.of("grown", List.of(Rows.at(1.5, "measured", "energy", RING, 0, 0.9 * energy(1.5), 0.001))));
        Map<String, byte[]> files = draw(List.of(exact("energy", "grown", 0.03)), rows);
        Drawn.keep(files, "comparison");
        List<String> texts = texts(svg(files));
        assertThat(texts).contains("e", "grown", "exact", "4", "more than 3.0\u2009%", "agreement");
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("N = 64, T = 1.5: \u22120."));
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("10\u2009% ("));
        String[] cells = csv(files).get(1).split(",", -1);
        assertThat(cells[6]).isEqualTo("1.5");
        assertThat(Double.parseDouble(cells[11])).isCloseTo(0.1, within(1e-12));
        assertThat(Double.parseDouble(cells[4]))
                .as("chi^2/n of three exact values and one")
                .isCloseTo(Math.pow(0.1 * energy(1.5) / 0.001, 2) / 4, within(1e-6));
    }

    @Test
    void ensemblesAreComparedWhereTemperaturesAndSizesAreTheSame() throws Exception {
        List<Result> rows = new ArrayList<>(energies("grown", 1.05, 0.001));
        rows.addAll(energies("simulated", 1, 0.001));
        rows.addAll(Rows.of("grown", List.of(Rows.at(3, "measured", "energy", RING, 0, 9, 0.001))));
        rows.addAll(Rows.of("grown", List.of(Rows.at(1, "measured", "energy", Rows.chain(32), 0, 9, 0.001))));
        Check check = new Check(
                "energy",
                step("grown"),
                step("simulated"),
                Optional.empty(),
                0,
                "",
                0.06,
                Scale.VALUE,
                Outcome.DIFFERENCE);
        assertThat(csv(draw(List.of(check), rows)).get(1))
                .startsWith("energy,grown,simulated,3,")
                .endsWith(",agreement,difference,no");
    }

    @Test
    void differencesMayBeRelativeToTheLargestValue() throws Exception {
        List<Result> rows = new ArrayList<>(energies("grown", 1, 1e-6));
        rows.addAll(Rows.of("grown", List.of(Rows.at(20, "measured", "energy", RING, 0, energy(20) - 0.01, 1e-6))));
        assertThat(verdict(List.of(exact("energy", "grown", 0.03)), rows)).startsWith("difference");
        Check check = new Check(
                "energy",
                step("grown"),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                0.03,
                Scale.LARGEST,
                Outcome.AGREEMENT);
        assertThat(verdict(List.of(check), rows)).startsWith("agreement");
    }

    /** The rows of all repeats count, with both of their errors. */
    @Test
    void numbersArePublishedWithErrors() throws Exception {
        List<Result> rows = Rows.chain();
        assertThat(verdict(List.of(number("beta", 0.1234, 0.006, 0, Outcome.AGREEMENT)), rows))
                .startsWith("agreement");
        assertThat(verdict(List.of(number("beta", 0.16, 0.006, 0, Outcome.DIFFERENCE)), rows))
                .isEqualTo("difference,difference,yes");
        assertThat(texts(svg(draw(List.of(number("beta", 0.1234, 0.006, 0.02, Outcome.AGREEMENT)), rows))))
                .contains("\u03b2", "0.1234 \u00b1 0.006 (paper)", "agreement within errors");
    }

    @Test
    void nothingToCompareIsNeitherAgreementNorDifference() throws Exception {
        Map<String, byte[]> files = draw(List.of(exact("energy", "nobody", 0)), energies("grown", 1, 0.1));
        assertThat(csv(files).get(1)).endsWith(",nothing,agreement,no");
        assertThat(texts(svg(files))).contains("none to compare");
    }

    private static List<Result> distribution(String ensemble, double... shares) {
        List<Result> rows = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            rows.add(Rows.at(2, "measured", "P(e in [" + (i - 4) + "," + (i - 3) + "))", RING, 0, shares[i], 0.01));
        }
        return Rows.of(ensemble, rows);
    }

    /** Each row stands for 100 configurations. */
    @Test
    void distributionsAreComparedByTheirCumulativeShares() throws Exception {
        List<Result> rows = new ArrayList<>(distribution("one", 0.2, 0.3, 0.3, 0.2));
        rows.addAll(distribution("near", 0.25, 0.3, 0.25, 0.2));
        rows.addAll(distribution("far", 0.5, 0.3, 0.1, 0.1));
        Comparison.Parameters parameters = new Comparison.Parameters(
                List.of(), List.of(against("near", 0), against("far", 0), against("far", 0.4)), Optional.empty());
        List<String> lines = csv(draw(parameters, rows));
        assertThat(lines.get(1)).endsWith(",agreement,agreement,yes");
        assertThat(lines.get(2)).endsWith(",difference,agreement,no");
        assertThat(lines.get(3)).endsWith(",agreement,agreement,yes");
        assertThat(Double.parseDouble(lines.get(2).split(",", -1)[11])).isCloseTo(0.3, within(1e-12));
        assertThat(Double.parseDouble(lines.get(1).split(",", -1)[11])).isCloseTo(0.05, within(1e-12));
    }

    private static DistributionCheck against(String step, double tolerance) {
        return new DistributionCheck(
                Distribution.ENERGY, input(step), input("one"), List.of(2.0), tolerance, Outcome.AGREEMENT);
    }

    /** Smirnov's table (1948, Ann. Math. Statist. 19, 279). */
    @Test
    void significanceIsThatOfKolmogorov() {
        assertThat(DistributionFinding.probability(1.3581)).isCloseTo(0.05, within(1e-5));
        assertThat(DistributionFinding.probability(1.6276)).isCloseTo(0.01, within(1e-5));
        assertThat(DistributionFinding.probability(0.5)).isCloseTo(0.963945, within(1e-6));
        assertThat(DistributionFinding.probability(0.1)).isEqualTo(1);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatThrownBy(() -> new Comparison()
                        .create(
                                new Comparison.Parameters(
                                        List.of(exact("enrgy", "grown", 0)), List.of(), Optional.empty()),
                                new Available(Set.of("energy"), List.of())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("energy");
        assertThatThrownBy(() -> new Comparison()
                        .create(
                                new Comparison.Parameters(List.of(), List.of(), Optional.empty()),
                                new Available(Set.of("energy"), List.of())))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> new Comparison()
                        .create(
                                new Comparison.Parameters(List.of(), List.of(against("near", 0)), Optional.empty()),
                                new Available(Set.of("energy"), List.of())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("histogram");
        assertThatThrownBy(() -> new Check(
                        "beta",
                        Optional.empty(),
                        step("other"),
                        Optional.of(1.0),
                        0,
                        "",
                        0,
                        Scale.VALUE,
                        Outcome.AGREEMENT))
                .isInstanceOf(InvalidParameterException.class);
    }
}
