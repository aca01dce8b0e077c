package org.blockspin.console.internal;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Workbench;
import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code completion}: what a shell needs to complete commands, options, pipelines and plugins. */
@CommandLine.Command(
        name = "completion",
        description = {
            "Prints a completion script for bash: commands, options, shipped pipelines, installed plugins, files.",
            "Load it with:  source <(launcher/blockspin completion)"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private static final String NAME = "blockspin";

    /**
     * Goes before what picocli generated: names of plugins depend on the kind before them, and a pipeline or the value of
     * an option may be a file. Bash finds it for launcher/blockspin too, by the last part of that.
     */
    private static final String ENTRY = """

            # The entry point: as above, but a plugin's name depends on the kind before it, and where nothing fits, files do.
            function _blockspin() {
              _complete_blockspin "$@"
              if [[ "${COMP_WORDS[1]}" == describe && "${COMP_CWORD}" -eq 3 && "${COMP_WORDS[3]}" != -* ]]; then
                local names=""
                case "${COMP_WORDS[2]}" in
            %s
                esac
                COMPREPLY=( $(compgen -W "${names}" -- "${COMP_WORDS[3]}") )
              fi
              type compopt &>/dev/null && compopt -o default 2>/dev/null
              return 0
            }
            complete -F _blockspin -o default blockspin
            """;

    private final Workbench workbench;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    CompletionCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        String generated = AutoComplete.bash(NAME, spec.root().commandLine());
        String cases = workbench.kinds().stream()
                .map(kind -> "      " + kind + ") names=\"" + names(kind) + "\" ;;")
                .collect(Collectors.joining("\n"));
        spec.commandLine().getOut().print(generated + ENTRY.formatted(cases));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String names(String kind) {
        return workbench.catalogue().stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(CatalogueEntry::name)
                .collect(Collectors.joining(" "));
    }
}
