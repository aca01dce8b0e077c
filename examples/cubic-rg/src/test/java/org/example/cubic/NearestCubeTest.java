package org.example.cubic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Task;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.api.TrainedResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestCubeTest {
    private static final int COUNT = 20_000;
    private static final Cubes CUBES = new Cubes(3);

    private final Lattice coarse = Cubic.lattice(List.of(4, 4, 4));
    private final Lattice fine = Cubic.lattice(List.of(8, 8, 8));
    private final RandomStream random = RandomStream.of(2019);

    @Test
    void learnsTheProbabilitiesThatMadeItsPairs() {
        float[] made = new float[CUBES.codes() * CUBES.sites()];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) random.nextDouble();
        }
        float[] learnt = learnt(train(new CubeResolver(CUBES, made)));
        double windows = (double) COUNT * coarse.sites() / CUBES.codes();
        for (int i = 0; i < made.length; i++) {
            double error = Math.sqrt(Math.max(0.01, made[i] * (1 - made[i])) / windows);
            assertThat(Math.abs(learnt[i] - made[i])).as("number %d", i).isLessThan((float) (5 * error));
        }
    }

    @Test
    void sitesOfABlockSeeTheCornerAtWhichTheyLie() {
        // Coarse site (2, 1, 3) is up, all others are down; a fine site is up where its window has any site up.
        float[] any = new float[CUBES.codes() * CUBES.sites()];
        Arrays.fill(any, CUBES.sites(), any.length, 1);
        Configurations spins = new Configurations(coarse, 1, 1);
        spins.setState(0, coarse.site(new int[] {2, 1, 3}, 0), 1);
        Configurations resolved = new Configurations(fine, 1, 1);
        new CubeResolver(CUBES, any).resolve(spins, resolved, random, Progress.none());
        // The block at (4, 2, 6) and one site around it.
        for (int site = 0; site < fine.sites(); site++) {
            int[] cell = fine.cell(site);
            boolean near = cell[0] >= 3 && cell[0] <= 6 && cell[1] >= 1 && cell[1] <= 4 && (cell[2] + 3) % 8 <= 3;
            assertThat(resolved.state(0, site))
                    .as("site %s", List.of(cell[0], cell[1], cell[2]))
                    .isEqualTo(near ? 1 : 0);
        }
    }

    @Test
    void whatIsSavedIsLoaded(@TempDir Path folder) throws Exception {
        TrainedResolver trained = train(new CubeResolver(CUBES, new float[CUBES.codes() * CUBES.sites()]));
        trained.save(folder);
        assertThat(learnt(trainer().load(folder))).isEqualTo(learnt(trained));
    }

    @Test
    void targetMustBeTwiceAsLarge() {
        Task task = new Task(IsingOnCubic.ISING, coarse, coarse, Optional.empty(), OptionalDouble.empty(), 0);
        assertThatThrownBy(() -> new NearestCube().create(new NoParameters(), task))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected a target of twice the size of the input, found 4x4x4");
    }

    private Trainer trainer() {
        Task task = new Task(IsingOnCubic.ISING, coarse, fine, Optional.empty(), OptionalDouble.empty(), 0);
        return new NearestCube().create(new NoParameters(), task);
    }

    /** On random coarse configurations and the fine ones that a resolver makes of them. */
    private TrainedResolver train(CubeResolver maker) {
        Configurations inputs = new Configurations(coarse, 1, COUNT);
        for (int i = 0; i < inputs.words().length; i++) {
            inputs.words()[i] = random.nextLong();
        }
        Configurations targets = new Configurations(fine, 1, COUNT);
        maker.resolve(inputs, targets, random, Progress.none());
        return trainer().train(pairs(inputs, targets), random, Progress.none());
    }

    private static Pairs pairs(Configurations inputs, Configurations targets) {
        return new Pairs(Ensemble.of(IsingOnCubic.ISING, inputs), Ensemble.of(IsingOnCubic.ISING, targets));
    }

    private static float[] learnt(TrainedResolver trained) {
        LocalConditional local = trained.capability(LocalConditional.class).orElseThrow();
        long[] windows = new long[CUBES.codes()];
        Arrays.setAll(windows, code -> code);
        float[] probabilities = new float[2 * CUBES.codes() * CUBES.sites()];
        local.probabilities(windows, probabilities);
        float[] up = new float[probabilities.length / 2];
        for (int i = 0; i < up.length; i++) {
            up[i] = probabilities[2 * i + 1];
        }
        return up;
    }
}
