package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.file;
import static org.blockspin.figures.internal.Drawn.png;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.exact.ExactIsing;
import org.blockspin.figures.internal.plot.Origin;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final List<String> FOUR = List.of("abs_m", "energy", "chi_sub", "specific_heat");

    private static Map<String, byte[]> draw(Curves.Parameters parameters, List<Result> rows) throws Exception {
        return Drawn.draw(
                new Curves().create(parameters, new Available(Set.copyOf(parameters.quantities()), List.of())), rows);
    }

    private static Curves.Parameters parameters(String... quantities) {
        return new Curves.Parameters(List.of(quantities), true, false, List.of(), Optional.empty());
    }

    private static DoubleStream temperatures() {
        return IntStream.range(0, 13).mapToDouble(i -> 1.5 + i / 6.0);
    }

    private static double exact(Lattice lattice, String quantity, double temperature) {
        return ExactIsing.on(lattice)
                .orElseThrow()
                .quantity(quantity)
                .orElseThrow()
                .applyAsDouble(temperature);
    }

    /** Exact energies and specific heats, each off by alternately one and two sigma, and made-up magnetizations. */
    private static List<Result> sweep(String step, int size, int depth) {
        List<Result> rows = new ArrayList<>();
        Lattice lattice = Rows.square(size);
        temperatures().forEach(t -> {
            int sigmas = rows.size() / 4 % 2 == 0 ? 1 : -2;
            double e = exact(lattice, "energy", t);
            double c = exact(lattice, "specific_heat", t);
            double m = 1 / (1 + Math.exp((4 + size / 8.0) * (t - 2.3 + 0.2 * depth)));
            rows.add(Rows.at(t, step, "energy", lattice, depth, e + sigmas * 0.004, 0.004));
            rows.add(Rows.at(t, step, "specific_heat", lattice, depth, c + sigmas * 0.03, 0.03));
            rows.add(Rows.at(t, step, "abs_m", lattice, depth, m, 0.01));
            rows.add(Rows.at(t, step, "chi_sub", lattice, depth, size * m * (1 - m), 0.1));
        });
        return rows;
    }

    private static List<Result> threeSeries() {
        List<Result> rows = new ArrayList<>(sweep("measured", 16, 0));
        rows.addAll(sweep("measured", 8, 1));
        rows.addAll(sweep("grown", 32, -1));
        return rows;
    }

    @Test
    void everySeriesAndExactLineIsInTheLegend() throws Exception {
        Map<String, byte[]> files = draw(parameters(FOUR.toArray(String[]::new)), threeSeries());
        Drawn.keep(files, "curves");
        assertThat(texts(svg(files)))
                .contains("simulated 16\u2009\u00d7\u200916", "super-resolved 32\u2009\u00d7\u200932")
                .contains("coarse-grained 8\u2009\u00d7\u20098")
                .contains("exact Ising 16\u2009\u00d7\u200916", "exact Ising 32\u2009\u00d7\u200932")
                .doesNotContain("exact Ising 8\u2009\u00d7\u20098")
                .contains("T (J/k)", "e (J)", "c (k)", "\u03c7 (1/J)", "\u27e8|m|\u27e9");
        assertThat(png(files).getWidth()).isEqualTo(1680);
    }

    @Test
    void insetsShowTheDifferences() throws Exception {
        Curves.Parameters parameters = new Curves.Parameters(
                List.of("abs_m", "energy"), true, true, List.of(), Optional.of("With differences"));
        Map<String, byte[]> files = draw(parameters, sweep("measured", 16, 0));
        Drawn.keep(files, "curves-differences");
        List<String> texts = texts(svg(files));
        assertThat(texts.stream().filter("difference"::equals)).hasSize(1);
        assertThat(texts).contains("\u22120.01", "With differences");
    }

    @Test
    void tableHasTheExactValueBesideTheMeasuredOne() throws Exception {
        List<String> lines = csv(draw(parameters("energy", "abs_m"), threeSeries()));
        assertThat(lines).hasSize(1 + 2 * 3 * 13);
        String[] cells = lines.get(1).split(",");
        assertThat(List.of(cells).subList(0, 8))
                .containsExactly("energy", "simulated 16x16", "measured", "", "", "square 16x16", "0", "1.5");
        assertThat(Double.parseDouble(cells[10])).isEqualTo(exact(Rows.square(16), "energy", 1.5));
        assertThat(lines).filteredOn(line -> line.contains("coarse-grained")).allMatch(line -> line.endsWith(","));
        assertThat(lines).filteredOn(line -> line.startsWith("abs_m")).allMatch(line -> line.endsWith(","));
    }

    @Test
    void chiSquareIsTheMeanSquareOfTheSigmas() throws Exception {
        // seven points off by one sigma and six by two
        assertThat(texts(svg(draw(parameters("energy"), sweep("measured", 16, 0)))))
                .contains("\u03c7\u00b2/n = 2.38");
        List<Result> exactly = List.of(Rows.at(2, "measured", "energy", Rows.square(8), 0, 1, 0));
        assertThat(ChiSquare.of(exactly, t -> 1)).isEmpty();
        assertThat(ChiSquare.of(List.of(Rows.at(2, "measured", "energy", Rows.square(8), 0, 1.5, 0.25)), t -> 1)
                        .orElseThrow()
                        .sum())
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void noExactLineWhereNoneIsWantedOrKnown() throws Exception {
        Curves.Parameters without = new Curves.Parameters(List.of("energy"), false, false, List.of(), Optional.empty());
        assertThat(texts(svg(draw(without, threeSeries())))).noneMatch(text -> text.startsWith("exact"));
        Lattice unknown = new Lattice("cubic", List.of(4, 4, 4), 1, List.of());
        List<Result> rows = List.of(
                Rows.at(2, "measured", "energy", unknown, 0, -1, 0.1),
                Rows.at(3, "measured", "energy", unknown, 0, -0.5, 0.1));
        assertThat(texts(svg(draw(parameters("energy"), rows))))
                .contains("simulated 4\u2009\u00d7\u20094\u2009\u00d7\u20094")
                .noneMatch(text -> text.startsWith("exact"));
    }

    @Test
    void chainHasExactLinesOfItsOwn() throws Exception {
        List<Result> rows = new ArrayList<>();
        Lattice chain = Rows.chain(32);
        IntStream.rangeClosed(1, 12).mapToDouble(i -> 0.3 * i).forEach(t -> {
            for (String quantity : List.of("energy", "specific_heat", "G(L/4)")) {
                rows.add(Rows.at(t, "measured", quantity, chain, 0, exact(chain, quantity, t), 0.01));
            }
            rows.add(Rows.at(t, "measured", "abs_m", chain, 0, Math.min(1, 1 / t), 0.01));
        });
        Map<String, byte[]> files = draw(parameters("abs_m", "energy", "specific_heat", "G(L/4)"), rows);
        Drawn.keep(files, "curves-chain");
        assertThat(texts(svg(files))).contains("simulated N = 32", "exact Ising N = 32", "\u03c7\u00b2/n = 0.00");
    }

    @Test
    void stepsAreCalledAndLookAsTold() throws Exception {
        List<Appearance> series = List.of(
                new Appearance("direct", Optional.of("SR"), Optional.of(Origin.SUPER_RESOLVED)),
                new Appearance("measured", Optional.of("MC"), Optional.empty()));
        List<Result> rows = new ArrayList<>(sweep("direct", 16, 0));
        rows.addAll(sweep("measured", 16, 0));
        rows.addAll(sweep("measured", 8, 0));
        Curves.Parameters parameters =
                new Curves.Parameters(List.of("abs_m", "energy"), true, false, series, Optional.empty());
        Map<String, byte[]> files = draw(parameters, rows);
        Drawn.keep(files, "curves-named");
        assertThat(texts(svg(files)))
                .contains("MC 16\u2009\u00d7\u200916", "MC 8\u2009\u00d7\u20098", "SR 16\u2009\u00d7\u200916");
        assertThat(texts(svg(files)))
                .contains("\u03c7\u00b2/n = 2.38 (MC 16\u2009\u00d7\u200916), 2.38 (MC 8\u2009\u00d7\u20098), "
                        + "2.38 (SR 16\u2009\u00d7\u200916)");
        // 13 + 1 open squares a panel of the step that is super-resolved
        assertThat(new String(file(files, "svg"), StandardCharsets.UTF_8).split("fill=\"#ffffff\"", -1))
                .hasSize(2 * 13 + 1 + 1 + 1);
    }

    @Test
    void stepsThatAreAlikeAreToldApartByName() throws Exception {
        List<Result> rows = new ArrayList<>(sweep("first", 8, 0));
        rows.addAll(sweep("second", 8, 0));
        assertThat(texts(svg(draw(parameters("abs_m"), rows))))
                .contains("simulated 8\u2009\u00d7\u20098 (first)", "simulated 8\u2009\u00d7\u20098 (second)");
    }

    @Test
    void ensemblesOfOneObserveStepAreToldApart() throws Exception {
        List<Result> rows = new ArrayList<>(Rows.of("simulated", sweep("measured", 16, 0)));
        rows.addAll(Rows.of("restored", sweep("measured", 16, 0)));
        assertThat(texts(svg(draw(parameters("abs_m"), rows))))
                .contains(
                        "simulated 16\u2009\u00d7\u200916 (simulated)", "simulated 16\u2009\u00d7\u200916 (restored)");
        List<Appearance> series =
                List.of(new Appearance("restored", Optional.of("SR"), Optional.of(Origin.SUPER_RESOLVED)));
        Map<String, byte[]> files =
                draw(new Curves.Parameters(List.of("abs_m"), true, false, series, Optional.empty()), rows);
        assertThat(texts(svg(files))).contains("simulated 16\u2009\u00d7\u200916", "SR 16\u2009\u00d7\u200916");
        assertThat(csv(files).get(1)).contains("measured,simulated,");
    }

    @Test
    void rowsThatCannotBeDrawnAreLeftOut() throws Exception {
        List<Result> rows = List.of(
                Rows.at(2, "measured", "energy", Rows.square(8), 0, Double.NaN, 0.1),
                Rows.at(3, "measured", "energy", Rows.square(8), 0, -0.5, Double.NaN),
                Rows.fitted("energy", "", 1, 0.1));
        Map<String, byte[]> files = draw(parameters("energy"), rows);
        assertThat(csv(files)).hasSize(2);
        assertThat(new String(file(files, "svg"), StandardCharsets.UTF_8)).doesNotContain("NaN");
        assertThat(texts(svg(draw(parameters("energy"), List.of())))).contains("no values");
    }

    @Test
    void sameRowsGiveTheSameBytes() throws Exception {
        Map<String, byte[]> first = draw(parameters(FOUR.toArray(String[]::new)), threeSeries());
        Map<String, byte[]> second = draw(parameters(FOUR.toArray(String[]::new)), threeSeries());
        for (String extension : List.of("csv", "svg", "png")) {
            assertThat(file(second, extension))
                    .isEqualTo(file(first, extension))
                    .isNotEmpty();
        }
    }

    @Test
    void unknownQuantityIsRefused() {
        Available available = new Available(Set.of("abs_m", "energy"), List.of());
        assertThatThrownBy(() -> new Curves().create(parameters("abs_m", "chi"), available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("quantities[1]: expected one of abs_m, energy, found chi");
    }
}
