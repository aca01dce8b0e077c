package org.blockspin.console.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code describe}: steps and plugins with their parameters. */
@CommandLine.Command(
        name = "describe",
        description = "Describes steps and plugins with their parameters: one, all of a kind, or all.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "as \"blockspin list\" shows it; all kinds if left out",
            completionCandidates = Candidates.Kinds.class)
    private Optional<String> kind = Optional.empty();

    @CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "name of the step or plugin; all of the kind if left out",
            completionCandidates = Candidates.PluginNames.class)
    private Optional<String> name = Optional.empty();

    @CommandLine.Option(names = "--markdown", description = "print it as Markdown")
    private boolean markdown;

    DescribeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws Exception {
        if (kind.isPresent() && !workbench.kinds().contains(kind.get())) {
            throw new InvalidArgumentException(Spelling.unknown("kind", kind.get(), workbench.kinds()));
        }
        List<String> names = names();
        if (name.isPresent() && !names.contains(name.get())) {
            throw new InvalidArgumentException(Spelling.unknown(kind.orElse(CatalogueEntry.STEP), name.get(), names));
        }
        List<CatalogueEntry.Details> details = wanted().flatMap(
                        entry -> workbench.describe(entry.kind(), entry.name()).stream())
                .toList();
        Descriptions descriptions = new Descriptions(spec.commandLine().getOut());
        if (markdown) {
            descriptions.markdown(details);
        } else {
            descriptions.text(details);
        }
        return 0;
    }

    private Stream<CatalogueEntry> wanted() {
        return workbench.catalogue().stream()
                .filter(entry -> kind.isEmpty() || kind.get().equals(entry.kind()))
                .filter(entry -> name.isEmpty() || name.get().equals(entry.name()));
    }

    private List<String> names() {
        return workbench.catalogue().stream()
                .filter(entry -> kind.isEmpty() || kind.get().equals(entry.kind()))
                .map(CatalogueEntry::name)
                .toList();
    }
}
