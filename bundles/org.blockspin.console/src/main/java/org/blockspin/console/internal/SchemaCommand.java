package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code schema}: what a pipeline file may hold, for editors. */
@CommandLine.Command(
        name = "schema",
        description = "Prints the JSON Schema of pipeline files, with all plugins that are installed.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    SchemaCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(workbench.schema());
        out.flush();
        return 0;
    }
}
