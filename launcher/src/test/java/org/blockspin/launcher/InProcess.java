package org.blockspin.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The commands of the built workbench without a process each: for tests with thousands of them. */
final class InProcess implements AutoCloseable {
    private static final String HOME = "blockspin.home";

    private final Workbench workbench;
    private final ToIntFunction<String[]> console;

    InProcess() {
        this(BuiltTree.settings(), Duration.ofSeconds(10));
    }

    /** With a folder of plugins, each of which has so long to start. */
    InProcess(Path plugins, Duration startLimit) {
        this(BuiltTree.withPlugins(plugins), startLimit);
    }

    /** With a folder of plugins, and TensorFlow, which one workbench of a process can have. */
    static InProcess withTensorFlow(Path plugins) {
        Settings all = BuiltTree.settings();
        Settings settings =
                new Settings(all.home(), all.repository(), all.features(), Optional.of(plugins), all.platform());
        return new InProcess(settings, Duration.ofSeconds(10));
    }

    private InProcess(Settings settings, Duration startLimit) {
        // The script says so to a process.
        System.setProperty(HOME, BuiltTree.HOME.toString());
        workbench = Workbench.start(settings, startLimit);
        console = workbench.console().orElseThrow();
    }

    /** A service that the workbench offers. */
    <S> S service(Class<S> type) {
        BundleContext context = workbench.context();
        return context.getService(context.getServiceReference(type));
    }

    /** What is installed. */
    Stream<Bundle> bundles() {
        return Stream.of(workbench.context().getBundles());
    }

    /** A command that prints to where all print. */
    int execute(String... arguments) {
        return console.applyAsInt(arguments);
    }

    Command.Ended run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = console.applyAsInt(arguments);
            return new Command.Ended(
                    code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        workbench.close();
        System.clearProperty(HOME);
    }
}
