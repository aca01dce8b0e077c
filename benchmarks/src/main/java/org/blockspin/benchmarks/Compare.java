package org.blockspin.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code benchmarks/compare}: see {@link Options#help}. */
public final class Compare {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Compare() {}

    /** Runs the comparisons; system property {@code blockspin.root} is the root of the source tree. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Options.parse(arguments, names()), System.out);
        } catch (InvalidOptionException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(USAGE);
        } catch (ComparisonException | IOException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static List<Comparison> comparisons() {
        return List.of(
                new SamplingComparison(),
                new FlippingComparison(),
                new ResolvingComparison(),
                new TrainingComparison(),
                new ObservablesComparison(),
                new PipelinesComparison(),
                new ThreadsComparison());
    }

    private static List<String> names() {
        return comparisons().stream().map(Comparison::name).toList();
    }

    private static void run(Options options, PrintStream out)
            throws ComparisonException, IOException, InterruptedException {
        if (options.help()) {
            out.println(Options.help(names()));
            return;
        }
        Path root = Path.of(System.getProperty("blockspin.root", "."));
        Surroundings surroundings = Surroundings.at(root);
        ResultsFile results = new ResultsFile(options.out().orElse(root.resolve("benchmarks/RESULTS.md")));
        String machine = surroundings.machine().description();
        out.println(machine);
        for (Comparison comparison : comparisons()) {
            if (options.chooses(comparison)) {
                out.println("\n" + comparison.name() + " ...");
                Section section = comparison.run(surroundings, options.effort());
                out.println("\n" + section.text());
                if (options.writes()) {
                    results.put(comparison.name(), section.text() + "\n" + machine);
                }
            }
        }
    }
}
