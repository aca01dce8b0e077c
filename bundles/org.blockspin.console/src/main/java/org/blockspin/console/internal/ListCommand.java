package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code list}: steps and the installed plugins. */
@CommandLine.Command(
        name = "list",
        description = "Lists steps and the installed plugins, all or of one kind.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "only plugins of this kind",
            completionCandidates = Candidates.Kinds.class)
    private Optional<String> kind = Optional.empty();

    ListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        if (kind.isPresent() && !workbench.kinds().contains(kind.get())) {
            throw new InvalidArgumentException(Spelling.unknown("kind", kind.get(), workbench.kinds()));
        }
        PrintWriter out = spec.commandLine().getOut();
        String current = "";
        for (CatalogueEntry entry : workbench.catalogue()) {
            if (kind.isEmpty() || kind.get().equals(entry.kind())) {
                if (!current.equals(entry.kind())) {
                    out.println(entry.kind());
                    current = entry.kind();
                }
                out.printf("  %-20s %s%n", entry.name(), entry.description());
            }
        }
        return 0;
    }
}
