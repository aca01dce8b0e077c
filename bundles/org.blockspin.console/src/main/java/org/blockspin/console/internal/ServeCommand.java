package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.server.RunServer;
import picocli.CommandLine;

/** {@code serve}: keeps a workbench running, to which runs are submitted. */
@CommandLine.Command(
        name = "serve",
        description = {
            "Keeps a workbench running until Ctrl-C: takes runs from \"run --connect\", and follows the folder of plugins.",
            "Plugins may be installed, replaced and removed meanwhile; a run ends with those that it began with."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final long LOOK_MILLISECONDS = 50;

    private final RunServer server;
    private final PluginFolder plugins;
    private final PrintWriter err;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private StateOption state = new StateOption();

    @CommandLine.Option(
            names = "--port",
            paramLabel = "N",
            description = "a port of the loopback interface (default: a free one)")
    private int port;

    @CommandLine.Option(names = "--parallel", paramLabel = "N", description = "runs at once (default: 1)")
    private int parallel = 1;

    ServeCommand(RunServer server, PluginFolder plugins, PrintWriter err) {
        this.server = server;
        this.plugins = plugins;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        requireValid();
        PrintWriter out = spec.commandLine().getOut();
        try (Interrupt interrupt = new Interrupt(err);
                RunServer.Serving serving = server.serve(state.folder(), port, parallel, text -> log(out, text))) {
            log(
                    out,
                    "serving on port " + serving.port() + " of this machine; state in " + state.folder()
                            + "; plugins from " + plugins.path());
            while (!interrupt.requested()) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            log(out, "ending; what is under way is cancelled");
        }
        return Console.CANCELLED;
    }

    private void requireValid() throws InvalidArgumentException {
        if (parallel < 1) {
            throw new InvalidArgumentException("--parallel: expected an integer of at least 1, found " + parallel);
        }
        if (port < 0 || port > 65_535) {
            throw new InvalidArgumentException("--port: expected an integer from 0 to 65535, found " + port);
        }
    }

    private static synchronized void log(PrintWriter out, String text) {
        out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
