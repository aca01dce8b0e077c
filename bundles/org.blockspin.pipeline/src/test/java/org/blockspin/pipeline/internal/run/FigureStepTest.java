package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.binding.Drawable;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureStepTest {
    private static final String PIPELINE = """
            {"format": 1, "name": "test", "seed": 3, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": [2.0, 2.5], "sampler": "wolff", "configurations": 600}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 2, "resolver": "noisy-copy"}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
              "measured": {"observe": {"from": ["decimated", "larger"], "observables": ["magnetization"]}},
              "picture": {"figure": {"kind": "inventory", "from": ["larger", "measured", "decimated"]}}}}
            """;

    @TempDir
    private Path folder;

    private List<Result> run(String pipeline) throws Exception {
        try (RunFolder out = RunFolder.open(folder).orElseThrow()) {
            return new Engine(TestPlugins.plan(pipeline), out, Engine.Options.local(2), new Silent()).run();
        }
    }

    private static final class Silent implements RunListener {
        @Override
        public void stepStarted(String step, String activity, long units) {}

        @Override
        public void stepProgress(String step, double unitsDone) {}

        @Override
        public void stepFinished(String step) {}

        @Override
        public void notice(String message) {}
    }

    private List<String> drawn() throws Exception {
        return Files.readAllLines(folder.resolve("figures/picture.csv"));
    }

    @Test
    void figureSeesResultsAndEnsemblesStepByStep() throws Exception {
        List<Result> rows = run(PIPELINE);
        List<String> lines = drawn();
        assertThat(lines.get(0)).matches("\\[.*abs_m.*] " + rows.size());
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
                .containsExactly(
                        "larger 0 1 16x16 2.0",
                        "larger 0 2 32x32 2.0",
                        "larger 1 1 16x16 2.0",
                        "larger 1 2 32x32 2.0",
                        "larger 0 1 16x16 2.5",
                        "larger 0 2 32x32 2.5",
                        "larger 1 1 16x16 2.5",
                        "larger 1 2 32x32 2.5",
                        "decimated - - 4x4 2.0",
                        "decimated - - 4x4 2.5");
    }

    /** The ensembles that a figure reads are the ones that were measured: |m| is the same to the last digits. */
    @Test
    void figureReadsTheConfigurationsThatWereMeasured() throws Exception {
        List<Result> rows = run(PIPELINE);
        for (String line : drawn().subList(1, drawn().size())) {
            String[] words = line.split(" ", -1);
            assertThat(rows)
                    .filteredOn(row -> row.quantity().equals("abs_m"))
                    .filteredOn(row -> row.lattice().orElseThrow().sizeLabel().equals(words[3]))
                    .filteredOn(row -> row.repeat().equals(words[1].equals("-") ? "" : words[1]))
                    .filteredOn(row -> row.temperature().orElseThrow() == Double.parseDouble(words[4]))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.estimate().value()).isCloseTo(Double.parseDouble(words[5]), within(1e-12)));
        }
    }

    @Test
    void figureOfConfigurationsAloneNeedsNoResults() throws Exception {
        assertThat(run(PIPELINE.replace("[\"larger\", \"measured\", \"decimated\"]", "\"decimated\"")))
                .isNotEmpty();
        assertThat(drawn()).hasSize(3).first().isEqualTo("[] 0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "network;expected the name of a step that makes configurations or results, found \"network\", a train step",
                "picture;expected the name of a step that makes configurations or results, found \"picture\", a figure step",
                "mesured;unknown step \"mesured\""
            })
    void stepsThatAFigureCannotDrawAreLocated(String step, String message) {
        List<Mistake> mistakes = mistakes(PIPELINE.replace("\"measured\", \"decimated\"", "\"" + step + "\""));
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo("$.steps.picture.figure.from[1]");
            assertThat(mistake.where()).startsWith("test.json:8:");
            assertThat(mistake.message()).startsWith(message);
        });
    }

    @Test
    void whatTheFigureRefusesToBeDrawnFromIsLocated() {
        List<Mistake> mistakes =
                mistakes(PIPELINE.replace("\"inventory\"", "\"inventory\", \"configurations\": false"));
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("$.steps.picture.figure.from");
            assertThat(mistake.message()).isEqualTo("expected steps that make results, found configurations");
        });
    }

    /** Configurations are wanted, or results: a figure takes both, the others do not become less strict. */
    @Test
    void otherStepsDoNotTakeResultsForConfigurations() {
        assertThat(mistakes(PIPELINE.replace("[\"decimated\", \"larger\"]", "[\"decimated\", \"picture\"]")))
                .anySatisfy(
                        mistake -> assertThat(mistake.message())
                                .isEqualTo(
                                        "expected the name of a step that makes configurations, found \"picture\", a figure step"));
    }

    @Test
    void everyStepThatMakesConfigurationsCanBeDrawn() {
        assertThat(StepKinds.all())
                .filteredOn(kind -> Ensemble.class.isAssignableFrom(kind.produces()))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(kind -> Drawable.class.isAssignableFrom(kind.produces()));
    }

    private static List<Mistake> mistakes(String text) {
        return catchThrowableOfType(InvalidPipelineException.class, () -> TestPlugins.plan(text))
                .mistakes();
    }
}
