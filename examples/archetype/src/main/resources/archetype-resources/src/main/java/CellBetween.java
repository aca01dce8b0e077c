package ${package};

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.osgi.service.component.annotations.Component;

/**
 * A super-resolver: undoes {@link EveryOtherCell}. The cell between two kept ones is drawn from how often it was in each of
 * its states where those two were in theirs. In one dimension nothing else matters, so that this becomes exact with many
 * pairs.
 */
@Component
@Kind(
        name = "cell-between",
        description = "Draws the cell between two kept ones from how often it was in each of its states.",
        parameters = NoParameters.class)
public final class CellBetween implements SuperResolver<NoParameters> {
    private static final int MOST_STATES = 64;

    @Override
    public Trainer create(NoParameters parameters, Task task) {
        double states = Math.pow(task.model().states(), task.coarse().basis());
        if (task.coarse().dimensions() != 1 || states > MOST_STATES) {
            throw new InvalidParameterException(
                    "",
                    "one dimension and at most " + MOST_STATES + " states a cell",
                    task.coarse().kind());
        }
        return new CountingTrainer(task.model().states(), (int) states);
    }

    /** The state of a whole cell as one number. */
    private static int code(Configurations spins, int c, int cell, int states) {
        int basis = spins.lattice().basis();
        return IntStream.range(0, basis)
                .map(i -> spins.state(c, spins.lattice().site(new int[] {cell}, i)))
                .reduce(0, (code, state) -> code * states + state);
    }

    private record CountingTrainer(int states, int codes) implements Trainer {
        @Override
        public Lattice fine(Lattice coarse) {
            return coarse.resized(List.of(2 * coarse.cellCount()));
        }

        @Override
        public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
            int[] counts = new int[codes * codes * codes];
            for (long block = 0; block < pairs.fine().blocks(); block++) {
                progress.checkCancelled();
                Configurations fine = pairs.fine().block(block);
                for (int c = 0; c < fine.count(); c++) {
                    for (int cell = 0; cell < fine.lattice().cellCount(); cell += 2) {
                        int both = code(fine, c, cell, states) * codes + code(fine, c, cell + 2, states);
                        counts[both * codes + code(fine, c, cell + 1, states)]++;
                    }
                }
            }
            return new Resolver(this, counts);
        }

        @Override
        public TrainedResolver load(Path folder) throws IOException {
            List<String> lines = Files.readAllLines(folder.resolve("counts.txt"));
            return new Resolver(this, lines.stream().mapToInt(Integer::parseInt).toArray());
        }
    }

    private record Resolver(CountingTrainer trainer, int[] counts) implements TrainedResolver {
        @Override
        public Lattice fine(Lattice coarse) {
            return trainer.fine(coarse);
        }

        @Override
        public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
            for (int c = 0; c < coarse.count(); c++) {
                for (int cell = 0; cell < coarse.lattice().cellCount(); cell++) {
                    int left = code(coarse, c, cell, trainer.states());
                    int right = code(coarse, c, cell + 1, trainer.states());
                    set(fine, c, 2 * cell, left);
                    set(fine, c, 2 * cell + 1, draw((left * trainer.codes() + right) * trainer.codes(), random));
                }
            }
        }

        private void set(Configurations fine, int c, int cell, int code) {
            int rest = code;
            for (int i = fine.lattice().basis() - 1; i >= 0; i--) {
                fine.setState(c, fine.lattice().site(new int[] {cell}, i), rest % trainer.states());
                rest /= trainer.states();
            }
        }

        /** One more than was counted, so that nothing is impossible. */
        private int draw(int first, RandomStream random) {
            int sum = IntStream.range(0, trainer.codes())
                    .map(code -> counts[first + code] + 1)
                    .sum();
            int left = random.nextInt(sum);
            int code = 0;
            while (left > counts[first + code]) {
                left -= counts[first + code++] + 1;
            }
            return code;
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.writeString(
                    folder.resolve("counts.txt"),
                    IntStream.of(counts).mapToObj(String::valueOf).collect(Collectors.joining("\n")));
        }

        @Override
        public void close() {}
    }
}
