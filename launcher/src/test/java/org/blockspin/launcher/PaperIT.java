package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every figure and table of the paper, with few configurations, beside what is known exactly. */
@DisabledOnOs(OS.WINDOWS)
class PaperIT {
    private static final double STANDARD_ERRORS = 5;
    private static final int MINUTES = 10;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void runAll() throws IOException {
        BuiltTree.markAsUpToDate();
        Command.Ended ended = blockspin();
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static Path run() {
        return folder.resolve("paper-small");
    }

    private static Command.Ended blockspin() {
        String script = BuiltTree.HOME.resolve("launcher/blockspin").toString();
        return new Command(List.of(script, "run", "paper-small", "--out", run().toString()), folder).run(MINUTES);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    /** Networks for T, simulations at the T~ that belong to them (the inverse of Eq. 5), and rings of 64 at T. */
    @Test
    void energiesInOneDimensionAfterMappingAreThoseOfTheLargerRing() throws IOException {
        List<Map<String, String>> rows = ResultRows.of(run())
                .with("step", "one-dimension.doubled-once", "ensemble", "one-dimension.sr-64", "quantity", "energy");
        assertThat(rows)
                .extracting(row -> Math.round(1e9 * number(row, "temperature")))
                .containsExactly(634_272_221L, 812_382_032L, 1_126_129_980L);
        for (Map<String, String> row : rows) {
            double t = Math.tanh(1 / number(row, "temperature"));
            double exact = -(t + Math.pow(t, 63)) / (1 + Math.pow(t, 64));
            assertThat(number(row, "value"))
                    .as("T = " + row.get("temperature"))
                    .isCloseTo(exact, within(0.01 * Math.abs(exact) + STANDARD_ERRORS * number(row, "error")));
        }
    }

    @Test
    void magnetizationsInTheDirectTestInTwoDimensionsAreThoseOfTheSimulation() throws IOException {
        ResultRows rows = ResultRows.of(run());
        List<Map<String, String>> simulated =
                rows.with("step", "two-dimensions.tested", "ensemble", "two-dimensions.mc-16", "quantity", "abs_m");
        assertThat(simulated).hasSize(3);
        for (Map<String, String> row : simulated) {
            Map<String, String> restored = rows.only(
                    "step",
                    "two-dimensions.tested",
                    "ensemble",
                    "two-dimensions.restored",
                    "quantity",
                    "abs_m",
                    "temperature",
                    row.getOrDefault("temperature", ""));
            assertThat(number(restored, "value"))
                    .as("T = " + row.get("temperature"))
                    .isCloseTo(number(row, "value"), within(0.01 * number(row, "value")));
        }
    }

    /** Eq. 3: simulations obey the rule that decimated them; sites that are drawn one by one do not, the less the hotter. */
    @Test
    void drawnConfigurationsViolateTheRuleMoreAtHigherTemperatures() throws IOException {
        assertThat(violations("mc-16")).containsExactly(0.0, 0.0, 0.0);
        assertThat(violations("restored")).hasSize(3).isSorted().allSatisfy(share -> assertThat(share)
                .isBetween(1e-5, 0.1));
    }

    private static List<Double> violations(String ensemble) throws IOException {
        return ResultRows.of(run())
                .with(
                        "step",
                        "two-dimensions.blocks",
                        "ensemble",
                        "two-dimensions." + ensemble,
                        "quantity",
                        "rule_violations")
                .stream()
                .map(row -> number(row, "value"))
                .toList();
    }

    /** Where it is hot: the energy comes nearer to the simulation's, by more than it errs. */
    @Test
    void regularizerBringsTheEnergyNearerToThatOfTheSimulation() throws IOException {
        Map<String, String> plain = energyAt("two-dimensions.restored");
        Map<String, String> regularized = energyAt("two-dimensions.restored-regularized");
        double simulated = number(energyAt("two-dimensions.mc-16-few"), "value");
        double gain = Math.abs(number(plain, "value") - simulated) - Math.abs(number(regularized, "value") - simulated);
        assertThat(gain)
                .isGreaterThan(STANDARD_ERRORS * Math.hypot(number(plain, "error"), number(regularized, "error")));
    }

    private static Map<String, String> energyAt(String ensemble) throws IOException {
        return ResultRows.of(run())
                .only(
                        "step",
                        "two-dimensions.regularized",
                        "ensemble",
                        ensemble,
                        "quantity",
                        "energy",
                        "temperature",
                        "2.93129");
    }

    @Test
    void exponentsOfTheKernelOfDepthOneAreExact() throws IOException {
        ResultRows rows = ResultRows.of(run());
        Map<String, Double> exact = Map.of("beta", 0.125, "gamma", 1.75, "eta1", 0.25, "eta2", 0.25);
        exact.forEach((name, value) -> assertThat(number(
                        rows.only(
                                "step",
                                "table-1-depth-1.exponents",
                                "quantity",
                                name,
                                "repeat",
                                "all",
                                "method",
                                "repeats"),
                        "value"))
                .as(name)
                .isCloseTo(value, within(0.03 * value)));
    }

    /** Ten figures, one of regularized networks, the temperature map, violations of the rule, and lists of exponents. */
    @Test
    void reportSetsFiguresBesideWhatThePaperSays() throws IOException {
        String report = Files.readString(run().resolve("report.html"));
        for (String figure : List.of(
                "figure-1.figure-1",
                "one-dimension.figure-2",
                "one-dimension.figure-3",
                "two-dimensions.figure-4",
                "two-dimensions.figure-5",
                "table-1.figure-6",
                "two-dimensions.figure-7",
                "one-dimension.figure-8",
                "two-dimensions.figure-9",
                "two-dimensions.figure-9-regularized",
                "two-dimensions.figure-10",
                "two-dimensions.map-found",
                "two-dimensions.map-after",
                "two-dimensions.violations",
                "table-1.table-1-checked",
                "table-1-direct.exponents-checked",
                "table-1-oracle.exponents-checked",
                "table-1-depth-1.exponents-checked")) {
            assertThat(run().resolve("figures/" + figure + ".png")).isNotEmptyFile();
            assertThat(report).contains("<strong>" + figure + ".</strong>");
        }
        assertThat(report)
                .contains(
                        "class=\"statement\">Fig. 4 and Sec. IV",
                        "class=\"statement\">Table I and Sec. IV A",
                        "compared with",
                        "comparisons came out as is said",
                        "The seed is 2019.");
        assertThat(run().resolve("figures/table-1.table-1-checked.csv"))
                .content()
                .containsPattern("(?m)^beta,table-1,paper,1,.*,(agreement|difference),agreement,(yes|no)$");
    }

    @Test
    void figureOneShowsOneConfigurationInFourSizes() throws IOException {
        List<String> lines = Files.readAllLines(run().resolve("figures/figure-1.figure-1.csv"));
        assertThat(lines).hasSize(1 + 16 + 32 + 128 + 512);
        assertThat(lines.subList(1, 17)).allSatisfy(line -> assertThat(line)
                .matches("a,seeds,square 16x16,0,2\\.269\\d+,,0,\\d+,[01]( [01]){15}"));
        assertThat(lines.subList(177, 689)).allSatisfy(line -> assertThat(line)
                .matches("d,larger,square 512x512,-5,2\\.269\\d+,,0,\\d+,[01]( [01]){511}"));
        assertThat(run().resolve("figures/figure-1.figure-1.svg")).content().contains("super-resolved 5 times");
    }

    @Test
    void whatWasDoneIsUsedAgain() {
        Command.Ended again = blockspin();
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err())
                .contains(
                        "table-1.network: 2 of 2 trainings are there from an earlier run",
                        "one-dimension.network: 6 of 6 trainings are there from an earlier run")
                .doesNotContain("made anew");
    }
}
