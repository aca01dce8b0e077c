package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The paper's extrapolation in one dimension, with few configurations, beside what is known exactly. */
@DisabledOnOs(OS.WINDOWS)
class TemperatureMapIT {
    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    /** Networks for T, simulations at the T~ that belong to them (the inverse of Eq. 5), and rings of 64 at T. */
    @Test
    void energiesAfterMappingAreThoseOfTheLargerRing() throws IOException {
        Path run = folder.resolve("run");
        Command.Ended ended = new Command(
                        List.of(
                                BuiltTree.HOME.resolve("launcher/blockspin").toString(),
                                "run",
                                "paper/figure-2",
                                "--out",
                                run.toString(),
                                "--quiet",
                                "--set",
                                "steps.simulated.sample.temperature=[0.7438991443869061, 0.9956992166469565]",
                                "--set",
                                "steps.simulated.sample.configurations=6000",
                                "--set",
                                "steps.network.train.resolver.epochs=40",
                                "--set",
                                "steps.mc-32.sample.temperature=[1.0, 1.5]"),
                        folder)
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        List<Map<String, String>> rows = ResultRows.of(run).with("ensemble", "sr-64", "quantity", "energy");
        assertThat(rows).extracting(row -> row.get("size")).containsExactly("64", "64");
        for (Map<String, String> row : rows) {
            double temperature = Double.parseDouble(row.get("temperature"));
            double t = Math.tanh(1 / temperature);
            double exact = -(t + Math.pow(t, 63)) / (1 + Math.pow(t, 64));
            assertThat(Double.parseDouble(row.get("value")))
                    .as("T = " + temperature)
                    .isCloseTo(exact, within(0.01 * Math.abs(exact) + 4 * Double.parseDouble(row.get("error"))));
        }
        assertThat(rows)
                .extracting(row -> Math.round(1e9 * Double.parseDouble(row.get("temperature"))))
                .containsExactly(743_899_144L, 995_699_217L);
        assertThat(run.resolve("figures/curves.png")).isNotEmptyFile();
    }
}
