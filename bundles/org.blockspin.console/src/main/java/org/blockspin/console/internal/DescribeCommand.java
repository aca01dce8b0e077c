package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code describe}: one plugin and its parameters. */
@CommandLine.Command(
        name = "describe",
        description = "Describes a plugin and its parameters.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "as \"blockspin list\" shows it",
            completionCandidates = Candidates.Kinds.class)
    private String kind = "";

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "name of the plugin",
            completionCandidates = Candidates.PluginNames.class)
    private String name = "";

    DescribeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        if (!workbench.kinds().contains(kind)) {
            throw new InvalidArgumentException(Spelling.unknown("kind", kind, workbench.kinds()));
        }
        CatalogueEntry.Details details = workbench
                .describe(kind, name)
                .orElseThrow(() -> new InvalidArgumentException(Spelling.unknown(kind, name, names())));
        PrintWriter out = spec.commandLine().getOut();
        out.println(details.entry().kind() + " " + details.entry().name() + ": "
                + details.entry().description());
        out.println("from " + details.entry().bundle());
        for (CatalogueEntry.Parameter parameter : details.parameters()) {
            out.println();
            out.println("  " + parameter.name() + ": " + parameter.description());
            out.println("    " + parameter.type() + (parameter.range().isEmpty() ? "" : ", " + parameter.range())
                    + (parameter.defaultValue().equals("-") ? "; required" : "; default " + parameter.defaultValue()));
        }
        return 0;
    }

    private List<String> names() {
        return workbench.catalogue().stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(CatalogueEntry::name)
                .toList();
    }
}
