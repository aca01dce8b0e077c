package org.blockspin.console.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code report}: the document about a finished run, made anew from the files in its folder. */
@CommandLine.Command(
        name = "report",
        description = "Makes the report of a finished run anew, from the files in its folder.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run, as in runs/NAME")
    private Path run = Path.of("");

    ReportCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        List<Path> files = workbench.report(run);
        if (files.isEmpty()) {
            throw new InvalidArgumentException("no bundle that makes reports is installed");
        }
        files.forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
