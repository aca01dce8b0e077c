package org.blockspin.pipeline.internal.compare;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.RunComparison;
import org.blockspin.pipeline.RunComparison.Change;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over a run that was written by the first version of the format: 18 rows, of which those of {@code again} differ from
 * those of {@code simulated} in nothing but their numbers, and have no error.
 */
class RunFoldersTest {
    private final RunFolders runs = new RunFolders();

    @TempDir
    private Path folder;

    private Path first = Path.of("");

    @BeforeEach
    void copyFirst() throws IOException {
        first = copy("first");
    }

    @Test
    void runDoesNotDifferFromItself() throws InvalidRunException {
        RunComparison comparison = runs.compare(first, first);
        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.numbersAreSame()).isTrue();
        assertThat(comparison.pairs()).hasSize(18);
        assertThat(comparison.differing()).isEmpty();
        assertThat(comparison.chiSquare()).isEqualTo(new RunComparison.ChiSquare(0, 0));
        assertThat(comparison.largestSigma()).isEmpty();
    }

    @Test
    void settingsDifferByJsonPath() throws Exception {
        Path second = edited(
                "run.json",
                "\"configurations\": 1,",
                "\"configurations\": 2,",
                "\"temperature\": [\n            1.0,\n            1.5\n          ],",
                "\"temperature\": 1.0,",
                "\"L/4\"",
                "\"L/2\"",
                "\"kind\": \"energy\"",
                "\"kind\": \"energy\", \"shift\": 1",
                "\"rule\": {",
                "\"rule\": { \"extra\": {},",
                "\"seed\": 7",
                "\"seed\": 8",
                "\"seed\": 7",
                "\"seed\": 8");
        RunComparison comparison = runs.compare(first, second);
        assertThat(comparison.settings())
                .contains(
                        change("seed", "7", "8"),
                        change("steps.simulated.sample.temperature", "[1.0,1.5]", "1.0"),
                        change("steps.again.sample.configurations", "1", "2"),
                        change("steps.measured.observe.observables[1].distances[1]", "\"L/4\"", "\"L/2\""),
                        new Change("steps.measured.observe.observables[0].shift", Optional.empty(), Optional.of("1")),
                        new Change("steps.decimated.coarse-grain.rule.extra", Optional.empty(), Optional.of("{}")))
                .hasSize(6);
        assertThat(comparison.sameSeed()).isFalse();
        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.numbersAreSame()).isTrue();
    }

    @Test
    void listsOfObjectsAreComparedByElementAndOtherListsWhole() throws Exception {
        Path second = edited(
                "run.json",
                "{\n              \"kind\": \"energy\"\n            },",
                "",
                "\"again\"\n          ],",
                "\"again\", \"simulated\"\n          ],");
        assertThat(runs.compare(first, second).settings())
                .contains(
                        new Change(
                                "steps.measured.observe.observables[1]",
                                Optional.of("{\"kind\":\"two-point\",\"distances\":[\"1\",\"L/4\"]}"),
                                Optional.empty()),
                        change(
                                "steps.measured.observe.from",
                                "[\"simulated\",\"decimated\",\"again\"]",
                                "[\"simulated\",\"decimated\",\"again\",\"simulated\"]"));
    }

    @Test
    void bundlesJavaDiagnosticsAndSourcesAreCompared() throws Exception {
        String record = Files.readString(first.resolve("run.json"));
        String hash = record.replaceAll("(?s).*\"org.blockspin.samplers\".*?\"sha256\": \"([0-9a-f]+)\".*", "$1");
        Path second = edited(
                "run.json",
                hash,
                "0123456789abcdef".repeat(4),
                "\"org.blockspin.api\"",
                "\"org.example.api\"",
                "\"java.version\": \"25",
                "\"java.version\": \"17",
                "one configuration at a time",
                "many at a time",
                "\"clean\": false",
                "\"clean\": true");
        RunComparison comparison = runs.compare(first, second);
        assertThat(comparison.bundles())
                .contains(change(
                        "org.blockspin.samplers", "0.1.0 sha256 " + hash.substring(0, 12), "0.1.0 sha256 0123456789ab"))
                .extracting(Change::what)
                .containsExactly("org.blockspin.api", "org.blockspin.samplers", "org.example.api");
        assertThat(comparison.environment()).extracting(Change::what).containsExactly("java.version", "samplers");
        assertThat(comparison.sources()).containsExactly(change("clean", "false", "true"));
        assertThat(comparison.isSame()).isFalse();
    }

    @Test
    void timesAndThreadsAreNotCompared() throws Exception {
        Path second =
                edited("run.json", "\"started\": \"2026", "\"started\": \"2027", "\"threads\": 2", "\"threads\": 3");
        assertThat(runs.compare(first, second).isSame()).isTrue();
    }

    @Test
    void differencesAreInSigma() throws Exception {
        Path second = edited(
                "results.json",
                "\"value\": -0.7704166666666666,\n   \"error\": 0.007032817633266928",
                "\"value\": -0.7304166666666667,\n   \"error\": 0.03");
        RunComparison comparison = runs.compare(first, second);
        double sigma = (-0.7304166666666667 + 0.7704166666666666) / Math.hypot(0.03, 0.007032817633266928);
        assertThat(comparison.differing()).singleElement().satisfies(pair -> {
            assertThat(pair.first().quantity()).isEqualTo("energy");
            assertThat(pair.first().size()).isEqualTo("16");
            assertThat(pair.sigma()).hasValue(sigma);
        });
        assertThat(comparison.largestSigma()).hasValue(sigma);
        assertThat(comparison.chiSquare()).isEqualTo(new RunComparison.ChiSquare(sigma * sigma, 1));
        assertThat(comparison.numbersAreSame()).isFalse();
    }

    /** The row of 600 configurations and that of one have everything else in common; the first is taken out. */
    @Test
    void rowsThatNothingTellsApartAreMatchedInOrder() throws Exception {
        RunComparison same = runs.compare(first, first);
        assertThat(same.pairs().stream()
                        .filter(pair -> pair.first().quantity().equals("energy"))
                        .filter(pair -> pair.first().depth().orElseThrow() == 0
                                && pair.first().temperature().orElseThrow() == 1))
                .extracting(pair -> pair.second().estimate().samples())
                .containsExactly(600L, 1L);
        String rows = Files.readString(first.resolve("results.json"));
        int row = rows.indexOf("  {");
        Path second = edited("results.json", rows.substring(row, rows.indexOf("  {", row + 1)), "");
        RunComparison comparison = runs.compare(first, second);
        assertThat(comparison.pairs()).hasSize(17);
        assertThat(comparison.onlySecond()).isEmpty();
        assertThat(comparison.onlyFirst())
                .singleElement()
                .satisfies(only -> assertThat(only.estimate().samples()).isEqualTo(1));
        assertThat(comparison.differing()).singleElement().satisfies(pair -> {
            assertThat(pair.second().estimate().standardError()).isNaN();
            assertThat(pair.sigma()).isEmpty();
        });
        assertThat(comparison.chiSquare().rows()).isZero();
        assertThat(runs.compare(second, first).onlySecond()).isEqualTo(comparison.onlyFirst());
    }

    /** The runs of this format were written before rows named their ensembles. */
    @Test
    void runsThatDoNotNameEnsemblesAreMatchedWithThoseThatDo() throws Exception {
        Path named =
                edited("results.json", "\"step\": \"measured\"", "\"step\": \"measured\", \"ensemble\": \"simulated\"");
        assertThat(runs.compare(first, named).pairs()).hasSize(18);
        assertThat(runs.compare(named, first).onlyFirst()).isEmpty();
        assertThat(runs.compare(named, named).pairs().get(0).first().ensemble()).isEqualTo("simulated");
    }

    @Test
    void rowsOfOtherEnsemblesAreNotMatched() throws Exception {
        Path named = copy("named");
        Files.move(ensemble("simulated").resolve("results.json"), named.resolve("results.json"), REPLACE_EXISTING);
        Path other = ensemble("restored");
        assertThat(runs.compare(named, other).onlyFirst()).singleElement().satisfies(row -> assertThat(row.ensemble())
                .isEqualTo("simulated"));
    }

    @Test
    void whatIsNoFinishedRunIsRefusedInOneSentence() throws Exception {
        refused(folder.resolve("none"), "expected the folder of a run, with a file run.json in it, found ");
        refused(folder, "expected the folder of a run");
        refused(edited("run.json", "\"done\"", "\"cancelled\""), "did not finish (it is cancelled)");
        refused(
                edited("run.json", "\"format\": 1,\n  \"status\"", "\"format\": 2,\n  \"status\""),
                "has format 2, and this version reads formats up to 1");
        refused(edited("results.json", "\"format\": 1", "\"format\": 7"), "results.json has format 7");
        refused(edited("results.json", "\"format\": 1", "\"format\": 0"), "there is none below 1");
        refused(edited("run.json", "\"bundles\"", "\"bundels\""), "run.json:1:1: $: \"bundles\" is missing");
        refused(edited("run.json", "\"java\": {", "\"java\": 3, \"jaba\": {"), "$.java: expected an object, found 3");
        refused(
                edited("run.json", "{", "["),
                "run.json:2:11: $: expected \",\" or \"]\", found \":\"; the file is damaged");
        refused(
                edited("results.json", "\"jackknife\"", "\"guess\""),
                "$.results[0].method: expected one of jackknife, repeats, found \"guess\"");
        refused(
                edited("results.json", "\"samples\": 600", "\"samples\": 6.5"),
                "$.results[0].samples: expected an integer, found 6.5");
        refused(edited("results.json", "\"quantity\": \"energy\"", "\"step\": \"energy\""), "found it twice");
        Path half = copy("half");
        String text = Files.readString(half.resolve("results.json"));
        Files.writeString(half.resolve("results.json"), text.substring(0, text.length() / 2));
        refused(half, "damaged");
        Files.write(half.resolve("results.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        refused(half, "is not a text file in UTF-8");
        Files.delete(half.resolve("results.json"));
        refused(half, "results.json is missing; the run is damaged");
    }

    private void refused(Path run, String message) {
        assertThatThrownBy(() -> runs.compare(first, run))
                .isInstanceOf(InvalidRunException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> runs.pipeline(run)).isInstanceOf(InvalidRunException.class);
    }

    @Test
    void pipelineOfARunIsPlannedAgain() throws Exception {
        PipelineSource source = runs.pipeline(edited("run.json", "\"decimation\"", "\"majority\""));
        PlannedPipeline plan = TestPlugins.plan(source);
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.written()).containsExactly("simulated", "decimated", "again", "measured");
    }

    @Test
    void mistakesInThePipelineOfARunAreLocatedInItsRecord() throws Exception {
        Path edited = edited("run.json", "\"exact-chain\"", "\"exact-{chain\"", "\"decimation\"", "\"majority\"");
        String[] lines = Files.readString(edited.resolve("run.json")).split("\n", -1);
        PipelineSource source = runs.pipeline(edited);
        assertThatThrownBy(() -> TestPlugins.plan(source))
                .isInstanceOfSatisfying(InvalidPipelineException.class, invalid -> {
                    assertThat(invalid.mistakes()).hasSize(1);
                    String[] where = invalid.mistakes().get(0).where().split(":", -1);
                    assertThat(where[0]).isEqualTo(edited.resolve("run.json").toString());
                    assertThat(lines[Integer.parseInt(where[1]) - 1].substring(Integer.parseInt(where[2]) - 1))
                            .startsWith("\"exact-{chain\"");
                });
    }

    /** The first row names the step that made its ensemble. */
    private Path ensemble(String name) throws IOException {
        return edited(
                "results.json", "\"step\": \"measured\"", "\"step\": \"measured\", \"ensemble\": \"" + name + "\"");
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : new String[] {"run.json", "results.json"}) {
            Files.writeString(copy.resolve(file), resource(file));
        }
        return copy;
    }

    /** A copy in which the first occurrence of each text is replaced by the one that follows it. */
    private Path edited(String file, String... replacements) throws IOException {
        Path copy = copy("edited");
        String text = resource(file);
        for (int i = 0; i < replacements.length; i += 2) {
            int at = text.indexOf(replacements[i]);
            assertThat(at).as(replacements[i]).isNotNegative();
            text = text.substring(0, at) + replacements[i + 1] + text.substring(at + replacements[i].length());
        }
        Files.writeString(copy.resolve(file), text);
        return copy;
    }

    private static String resource(String file) throws IOException {
        try {
            return Files.readString(
                    Path.of(Objects.requireNonNull(RunFoldersTest.class.getResource("/finished/format-1/" + file))
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Change change(String what, String first, String second) {
        return new Change(what, Optional.of(first), Optional.of(second));
    }
}
