package org.blockspin.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;

/**
 * Samples, coarse-grains, trains and super-resolves as any run does, in seconds, and compares with what is known exactly:
 * the energies of the square lattice and of the chain, and the energy of the decimated chain, which is a chain again. The
 * network is run twice, by its table and by itself: both draw with the same random numbers.
 */
final class SelfTest {
    private static final String PIPELINE = "self-test.json";
    private static final String BY_NETWORK = "steps.larger.super-resolve.engine=network";

    /** Energy per site of the 16x16 Ising model on a torus at T_c (Kaufman 1949, Phys. Rev. 76, 1232). */
    private static final double ENERGY_OF_SQUARE = -1.4530648528134769;

    private static final int CHAIN = 64;
    private static final double CHAIN_TEMPERATURE = 1;

    private final Workbench workbench;

    SelfTest(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * All checks.
     *
     * @param folder where it runs; must not exist
     */
    List<Check> run(Path folder, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException, IOException {
        List<Result> byTable = results(folder, List.of(), cancelled);
        List<Result> byNetwork = results(folder, List.of(BY_NETWORK), cancelled);
        double t = StrictMath.tanh(1 / CHAIN_TEMPERATURE);
        return List.of(
                Check.exact("energy, 16x16 at T_c", energy(byTable, "of-square"), ENERGY_OF_SQUARE),
                Check.exact("energy, chain of 64 at T = 1", energy(byTable, "of-chain"), energyOfRing(t, CHAIN)),
                Check.exact(
                        "energy, that chain decimated", energy(byTable, "of-shorter"), energyOfRing(t * t, CHAIN / 2)),
                Check.falls("loss of a network, by epoch", losses(folder)),
                Check.agreement(
                        "energy, by table and by network",
                        energy(byTable, "of-larger"),
                        energy(byNetwork, "of-larger")));
    }

    /**
     * e = -(t + t^(N-1)) / (1 + t^N) for the ring of N spins, t = tanh K (Baxter 1989). Decimation by two makes t to t^2
     * and N to N/2 (Efthymiou et al. 2019, Eq. 5).
     */
    private static double energyOfRing(double t, int spins) {
        return -(t + StrictMath.pow(t, spins - 1)) / (1 + StrictMath.pow(t, spins));
    }

    private List<Result> results(Path folder, List<String> settings, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        return workbench.run(
                workbench.plan(new PipelineSource(PIPELINE, pipeline(), settings)),
                new RunOptions(folder, Runtime.getRuntime().availableProcessors()),
                new ForegroundRun.Silent(),
                cancelled);
    }

    private static String pipeline() {
        try (InputStream text = Objects.requireNonNull(SelfTest.class.getResourceAsStream(PIPELINE))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Estimate energy(List<Result> results, String step) {
        return results.stream()
                .filter(row -> row.step().equals(step))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    /** The training losses that the run left beside the model, an epoch a line. */
    private static List<Double> losses(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("models/network/loss.csv"));
        int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf("training_loss");
        return lines.stream()
                .skip(1)
                .map(line -> Double.valueOf(line.split(",", -1)[column]))
                .toList();
    }
}
