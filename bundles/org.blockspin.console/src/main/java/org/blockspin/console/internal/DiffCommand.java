package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.FinishedRuns;
import org.blockspin.pipeline.RunComparison;
import picocli.CommandLine;

/** {@code diff}: what differs between two runs. */
@CommandLine.Command(
        name = "diff",
        description = {
            "Shows the settings, bundles and machines of two runs that differ, and their numbers that differ, in sigma: "
                    + "(B - A) / sqrt(error of A squared + error of B squared).",
            "Rows that come from the same configurations are correlated, so that chi^2 is not that of so many "
                    + "independent rows. Runs with the same seed share random numbers: sigma is then only a scale.",
            "Rows that nothing tells apart are compared in their order. Times and numbers of threads are left out."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 nothing differs, 1 something differs, 2 the input is wrong."})
final class DiffCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 20;

    private final FinishedRuns runs;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "A", description = "folder of a finished run")
    private Path first = Path.of("");

    @CommandLine.Parameters(index = "1", paramLabel = "B", description = "folder of another one")
    private Path second = Path.of("");

    @CommandLine.Option(
            names = "--all",
            description = "every row, also those that are equal, and long values in full (default: the " + MOST_ROWS
                    + " rows that differ the most)")
    private boolean all;

    DiffCommand(FinishedRuns runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws Exception {
        RunComparison comparison = runs.compare(first, second);
        PrintWriter out = spec.commandLine().getOut();
        if (comparison.isSame()) {
            out.println("nothing differs: " + comparison.pairs().size() + " rows are equal bit for bit");
            return 0;
        }
        ComparisonPrinter printer = new ComparisonPrinter(out, all);
        out.println("A = " + first);
        out.println("B = " + second);
        printer.changes("settings", comparison.settings());
        printer.changes("bundles", comparison.bundles());
        printer.changes("Java, machine and libraries", comparison.environment());
        printer.changes("source tree", comparison.sources());
        printer.summary(comparison);
        print(comparison, printer, out);
        return 1;
    }

    private void print(RunComparison comparison, ComparisonPrinter printer, PrintWriter out) {
        List<RunComparison.Pair> differing = comparison.differing();
        if (!differing.isEmpty()) {
            out.println(heading(differing.size(), "rows that differ, most of all first"));
            printer.pairs(shown(differing));
        }
        if (!comparison.onlyFirst().isEmpty()) {
            out.println(heading(comparison.onlyFirst().size(), "rows only in A"));
            printer.rows(shown(comparison.onlyFirst()));
        }
        if (!comparison.onlySecond().isEmpty()) {
            out.println(heading(comparison.onlySecond().size(), "rows only in B"));
            printer.rows(shown(comparison.onlySecond()));
        }
        List<RunComparison.Pair> equal =
                comparison.pairs().stream().filter(RunComparison.Pair::isSame).toList();
        if (all && !equal.isEmpty()) {
            out.println(heading(equal.size(), "rows that are equal"));
            printer.pairs(equal);
        }
    }

    private String heading(int rows, String what) {
        return what + (all || rows <= MOST_ROWS ? ":" : " (" + MOST_ROWS + " of " + rows + "; --all shows the rest):");
    }

    private <T> List<T> shown(List<T> rows) {
        return rows.subList(0, all ? rows.size() : Math.min(MOST_ROWS, rows.size()));
    }
}
