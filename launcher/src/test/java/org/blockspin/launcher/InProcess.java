package org.blockspin.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** The commands of the built workbench without a process each: for tests with thousands of them. */
final class InProcess implements AutoCloseable {
    private static final String HOME = "blockspin.home";

    private final Workbench workbench;
    private final ToIntFunction<String[]> console;

    InProcess() {
        // The script says so to a process.
        System.setProperty(HOME, BuiltTree.HOME.toString());
        workbench = Workbench.start(BuiltTree.settings());
        console = workbench.console().orElseThrow();
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
