package org.blockspin.console.internal;

import java.util.List;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code check}: finds every mistake of a pipeline and runs nothing. */
@CommandLine.Command(
        name = "check",
        description = "Finds every mistake of a pipeline; runs nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Pipelines pipelines;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            description = "a file, or the name of a shipped one",
            completionCandidates = Candidates.PipelineNames.class)
    private String pipeline = "";

    @CommandLine.Option(names = "--set", paramLabel = "PATH=VALUE", description = RunCommand.SET)
    private List<String> settings = List.of();

    CheckCommand(Workbench workbench, Pipelines pipelines) {
        this.workbench = workbench;
        this.pipelines = pipelines;
    }

    @Override
    public Integer call() throws Exception {
        try (Plan plan = workbench.plan(pipelines.find(pipeline, settings))) {
            spec.commandLine().getOut().println(plan.name() + " is valid:");
            plan.summary().forEach(line -> spec.commandLine().getOut().println("  " + line));
        }
        return 0;
    }
}
