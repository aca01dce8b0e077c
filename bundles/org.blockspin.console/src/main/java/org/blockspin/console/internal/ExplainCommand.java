package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.Explanation;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code explain}: everything that a pipeline leads to, and what it would take to run it; runs nothing. */
@CommandLine.Command(
        name = "explain",
        description =
                "Shows what a pipeline would do: every default, every member of every step, work, memory and disk; "
                        + "runs nothing.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Pipelines pipelines;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "PIPELINE", description = "a file, or the name of a shipped one")
    private String pipeline = "";

    @CommandLine.Option(names = "--set", paramLabel = "PATH=VALUE", description = RunCommand.SET)
    private List<String> settings = List.of();

    @CommandLine.Option(
            names = "--all",
            description = "all members of sweeps and repeats, not only the first and the last")
    private boolean all;

    @CommandLine.Option(names = "--json", description = "everything as JSON")
    private boolean json;

    ExplainCommand(Workbench workbench, Pipelines pipelines) {
        this.workbench = workbench;
        this.pipelines = pipelines;
    }

    @Override
    public Integer call() throws Exception {
        try (Plan plan = workbench.plan(pipelines.find(pipeline, settings))) {
            print(plan.explanation());
        }
        return 0;
    }

    private void print(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(explanation.json());
            out.flush();
        } else {
            new ExplanationPrinter(out, all).print(explanation);
        }
    }
}
