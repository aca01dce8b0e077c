package org.blockspin.console.internal;

import java.util.concurrent.Callable;
import org.blockspin.server.RunClient;
import picocli.CommandLine;

/** {@code cancel}: cancels a run of a server. */
@CommandLine.Command(name = "cancel", description = "Cancels a run of a server.", mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
    private final RunClient client;

    @CommandLine.Parameters(index = "0", paramLabel = "RUN", description = "as \"blockspin status\" shows it")
    private String id = "";

    @CommandLine.Mixin
    private StateOption state = new StateOption();

    CancelCommand(RunClient client) {
        this.client = client;
    }

    @Override
    public Integer call() throws Exception {
        client.cancel(state.folder(), id);
        return 0;
    }
}
