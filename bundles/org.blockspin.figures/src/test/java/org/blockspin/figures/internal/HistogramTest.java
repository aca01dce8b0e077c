package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.file;
import static org.blockspin.figures.internal.Drawn.png;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Distribution.Bin;
import org.blockspin.figures.internal.plot.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
    private static Histogram.Parameters parameters(List<Distribution> of, Double... temperatures) {
        return new Histogram.Parameters(of, List.of(temperatures), List.of(), Optional.empty());
    }

    private static Map<String, byte[]> draw(Histogram.Parameters parameters, List<Result> rows) throws Exception {
        Set<String> quantities = new HashSet<>();
        rows.forEach(row -> quantities.add(row.quantity()));
        return Drawn.draw(new Histogram().create(parameters, new Available(quantities, List.of())), rows);
    }

    private static List<Result> blockSums(String step, int depth, double temperature, double share) {
        List<Result> rows = new ArrayList<>();
        double[] shares = {(1 - share) / 2, 0.3 * share, 0.4 * share, 0.3 * share, (1 - share) / 2};
        Lattice lattice = Rows.square(depth > 0 ? 8 : 16);
        for (int sum = 0; sum <= 4; sum++) {
            rows.add(Rows.at(temperature, step, "block_sum(" + sum + ")", lattice, depth, shares[sum], 0.01));
        }
        return rows;
    }

    private static List<Result> distribution(String symbol, double from, int size, int depth, double temperature) {
        List<Result> rows = new ArrayList<>();
        for (int bin = 0; bin < 20; bin++) {
            BigDecimal low = BigDecimal.valueOf(from + (1 - from) * bin / 20).stripTrailingZeros();
            BigDecimal high =
                    BigDecimal.valueOf(from + (1 - from) * (bin + 1) / 20).stripTrailingZeros();
            double x = (low.doubleValue() + high.doubleValue()) / 2;
            double width = 0.1 + 2.0 / size;
            double y = Math.exp(-(Math.abs(x) - 0.6) * (Math.abs(x) - 0.6) / (2 * width * width)) * 0.1;
            String name = "P(" + symbol + " in [" + low.toPlainString() + "," + high.toPlainString()
                    + (bin == 19 ? "])" : "))");
            rows.add(Rows.at(temperature, "measured", name, Rows.square(size), depth, y, 0.03 * Math.sqrt(y)));
        }
        return rows;
    }

    private static List<Result> density(int size, int depth, double temperature) {
        List<Result> rows = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double x = -1 + i / 30.0;
            double width = 0.1 + 2.0 / size;
            double y = 0.8 * Math.exp(-(Math.abs(x) - 0.6) * (Math.abs(x) - 0.6) / (2 * width * width));
            String at = BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
            rows.add(Rows.at(temperature, "measured", "p(m = " + at + ")", Rows.square(size), depth, y, 0.01));
        }
        return rows;
    }

    @Test
    void densitiesAreLinesOnTopOfTheSteps() throws Exception {
        List<Result> rows = new ArrayList<>();
        for (int depth : new int[] {0, -1}) {
            rows.addAll(distribution("m", -1, 32, depth, 2.201));
            rows.addAll(density(32, depth, 2.201));
        }
        Map<String, byte[]> files = draw(parameters(List.of(Distribution.MAGNETIZATION)), rows);
        Drawn.keep(files, "histogram-density");
        assertThat(svg(files).getElementsByTagName("polyline").getLength()).isEqualTo(2 + 2);
        assertThat(csv(files)).hasSize(1 + 2 * (20 + 61)).anyMatch(line -> line.startsWith("p(m = 0),simulated"));
    }

    private static List<Result> threeTemperatures() {
        List<Result> rows = new ArrayList<>();
        for (double temperature : new double[] {1.4706, 2.201, 2.9313}) {
            rows.addAll(blockSums("measured", 0, temperature, temperature / 4));
            rows.addAll(blockSums("measured", 1, temperature, temperature / 3.5));
            rows.addAll(blockSums("sampled", -1, temperature, temperature / 5));
        }
        return rows;
    }

    @Test
    void blockSumsAreBarsSideBySide() throws Exception {
        Map<String, byte[]> files = draw(parameters(List.of(Distribution.BLOCK_SUM)), threeTemperatures());
        Drawn.keep(files, "histogram-blocks");
        assertThat(texts(svg(files)))
                .contains(
                        "(a)  T = 1.4706",
                        "(b)  T = 2.201",
                        "(c)  T = 2.9313",
                        "up spins in a block",
                        "fraction of blocks")
                .contains("simulated 16\u2009\u00d7\u200916", "coarse-grained 8\u2009\u00d7\u20098");
        // three series of five bars at three temperatures, and three in the legend
        assertThat(svg(files).getElementsByTagName("polygon").getLength()).isEqualTo(3 * 3 * 5 + 3);
        assertThat(csv(files)).hasSize(1 + 3 * 3 * 5);
        assertThat(png(files).getWidth()).isEqualTo(1680);
    }

    @Test
    void binnedDistributionsAreDensitiesInSteps() throws Exception {
        List<Result> rows = new ArrayList<>();
        for (double temperature : new double[] {2.201, 2.9313}) {
            rows.addAll(distribution("m", -1, 32, 0, temperature));
            rows.addAll(distribution("m", -1, 16, 0, temperature));
            rows.addAll(distribution("m", -1, 32, -1, 1.001 * temperature));
            rows.addAll(distribution("e", -2, 32, 0, temperature));
            rows.addAll(distribution("e", -2, 32, -1, 1.001 * temperature));
        }
        Map<String, byte[]> files =
                draw(parameters(List.of(Distribution.MAGNETIZATION, Distribution.ENERGY), 2.2, 2.93), rows);
        Drawn.keep(files, "histogram-bins");
        // panels of three and of two series, and three lines in the legend
        assertThat(svg(files).getElementsByTagName("polyline").getLength()).isEqualTo(2 * (3 + 2));
        assertThat(texts(svg(files))).contains("p(m)", "p(e)", "m", "e (J)", "(a)  T = 2.201", "(d)  T = 2.9313");
        assertThat(csv(files))
                .hasSize(1 + 2 * (3 + 2) * 20)
                .anyMatch(line -> line.startsWith(
                        "\"P(m in [-1,-0.9))\",simulated 32x32,measured,,,square 32x32,0,2.201,-1,0.1"));
    }

    /** Bins of half the width with half of the share each are as high. */
    @Test
    void heightIsTheShareOverTheWidth() {
        Lattice lattice = Rows.square(8);
        List<Result> rows = List.of(
                Rows.at(2, "measured", "P(m in [-1,0))", lattice, 0, 0.5, 0.1),
                Rows.at(2, "measured", "P(m in [0,0.5))", lattice, 0, 0.25, 0.05),
                Rows.at(2, "measured", "P(m in [0.5,1])", lattice, 0, 0.25, 0.05));
        List<Series> series = Series.of(rows, List.of());
        HistogramData panel = HistogramData.of(List.of(Distribution.MAGNETIZATION), List.of(), rows, series)
                .get(0);
        assertThat(panel.shares().get(0).bins())
                .extracting(HistogramData.Share::density)
                .containsExactly(0.5, 0.5, 0.5);
        assertThat(panel.shares().get(0).bins())
                .extracting(HistogramData.Share::error)
                .containsExactly(0.1, 0.1, 0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BLOCK_SUM; block_sum(3); 3; 1",
                "MAGNETIZATION; P(m in [-0.2,-0.1)); -0.2; 0.1",
                "ABS_MAGNETIZATION; P(|m| in [0.95,1]); 0.95; 0.05",
                "ENERGY; P(e in [-2,-1.8)); -2; 0.2"
            })
    void namesOfBinsAreRead(Distribution distribution, String name, double from, double width) {
        Bin bin = distribution.bin(name).orElseThrow();
        assertThat(bin.from()).isEqualTo(from);
        assertThat(bin.width()).isCloseTo(width, within(1e-12));
        for (Distribution other : Distribution.values()) {
            assertThat(other.bin(name).isPresent()).isEqualTo(other == distribution);
        }
    }

    @Test
    void otherNamesAreNoBins() {
        for (String name : List.of("abs_m", "block_sum()", "P(m in [1,0))", "P(m in [a,b))", "P(x in [0,1))", "")) {
            assertThat(Distribution.values()).noneMatch(d -> d.bin(name).isPresent());
        }
    }

    @Test
    void nearestTemperatureIsDrawnAndSeriesThatHaveNoneAreNot() throws Exception {
        List<Result> rows = new ArrayList<>(threeTemperatures());
        rows.addAll(blockSums("other", -1, 2.5, 0.5));
        Map<String, byte[]> files = draw(parameters(List.of(Distribution.BLOCK_SUM), 2.0), rows);
        assertThat(texts(svg(files))).contains("T = 2.201").noneMatch(text -> text.contains("other"));
        assertThat(csv(files)).hasSize(1 + 3 * 5);
    }

    @Test
    void oneRepeatIsDrawnWhereNothingCombinesThem() throws Exception {
        List<Result> rows = new ArrayList<>();
        for (String repeat : List.of("0", "1")) {
            for (int sum = 0; sum < 2; sum++) {
                rows.add(Rows.point("measured", "block_sum(" + sum + ")", 8, -1, repeat, 0.5, 0.01));
            }
        }
        assertThat(csv(draw(parameters(List.of(Distribution.BLOCK_SUM)), rows))).hasSize(3);
    }

    @Test
    void seriesAreCalledAndLookAsTold() throws Exception {
        Histogram.Parameters parameters = new Histogram.Parameters(
                List.of(Distribution.BLOCK_SUM),
                List.of(),
                List.of(new Appearance("direct", Optional.of("sampled"), Optional.of(Origin.SUPER_RESOLVED))),
                Optional.of("Block sums"));
        assertThat(texts(svg(draw(parameters, blockSums("direct", 0, 2, 0.5)))))
                .contains("Block sums", "sampled 16\u2009\u00d7\u200916");
    }

    @Test
    void sameRowsGiveTheSameBytes() throws Exception {
        Histogram.Parameters parameters = parameters(List.of(Distribution.BLOCK_SUM));
        Map<String, byte[]> first = draw(parameters, threeTemperatures());
        Map<String, byte[]> second = draw(parameters, threeTemperatures());
        for (String extension : List.of("csv", "svg", "png")) {
            assertThat(file(second, extension))
                    .isEqualTo(file(first, extension))
                    .isNotEmpty();
        }
    }

    @Test
    void distributionThatWasNotMeasuredIsRefused() {
        Available available = new Available(Set.of("abs_m", "block_sum(0)"), List.of());
        assertThatThrownBy(() -> new Histogram()
                        .create(parameters(List.of(Distribution.BLOCK_SUM, Distribution.ENERGY)), available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("of[1]: expected a distribution that was measured");
        assertThatThrownBy(() -> new Histogram().create(parameters(List.of()), available))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> new Histogram()
                        .create(parameters(List.of(Distribution.BLOCK_SUM, Distribution.BLOCK_SUM)), available))
                .isInstanceOf(InvalidParameterException.class);
    }
}
