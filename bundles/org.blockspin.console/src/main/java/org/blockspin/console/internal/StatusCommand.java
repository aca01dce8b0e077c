package org.blockspin.console.internal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.blockspin.console.internal.TextTable.Align;
import org.blockspin.server.RunClient;
import org.blockspin.server.RunStatus;
import picocli.CommandLine;

/** {@code status}: the runs of a server. */
@CommandLine.Command(
        name = "status",
        description = "Lists the runs of a server: those under way, those that wait, and those that ended lately.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final RunClient client;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private StateOption state = new StateOption();

    StatusCommand(RunClient client) {
        this.client = client;
    }

    @Override
    public Integer call() throws Exception {
        List<RunStatus> runs = client.status(state.folder());
        if (runs.isEmpty()) {
            spec.commandLine().getOut().println("no runs");
            return 0;
        }
        TextTable table = new TextTable()
                .column("run", Align.LEFT)
                .column("pipeline", Align.LEFT)
                .column("state", Align.LEFT)
                .column("folder", Align.LEFT)
                .column("plugins", Align.LEFT)
                .column("", Align.LEFT);
        runs.forEach(run ->
                table.line(List.of(run.id(), run.pipeline(), run.state(), run.folder(), plugins(run), run.detail())));
        table.lines().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    /** Those that are no part of Blockspin. */
    private static String plugins(RunStatus run) {
        return run.plugins().stream()
                .filter(bundle -> !bundle.startsWith("org.blockspin."))
                .collect(Collectors.joining(", "));
    }
}
