package org.blockspin.launcher;

import java.util.Optional;
import java.util.function.ToIntFunction;

/** Boots the workbench, runs one command, stops, and exits with the command's code. */
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    /** The arguments are the console's. */
    public static void main(String[] arguments) {
        // Not a return: a thread that some bundle leaves running must not keep the JVM alive.
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try (Workbench workbench = Workbench.start(Settings.of(System.getenv()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(workbench::deleteStorage, "delete-storage"));
            workbench.report().forEach(Main::complain);
            return run(workbench.console(), arguments);
        } catch (LaunchException e) {
            complain(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private static int run(Optional<ToIntFunction<String[]>> console, String[] arguments) {
        if (console.isEmpty()) {
            complain("no bundle offers a console, so that no command can run");
            return FAILED;
        }
        try {
            return console.get().applyAsInt(arguments);
        } catch (RuntimeException | LinkageError e) {
            complain("the console failed, which is a defect: " + e);
            e.printStackTrace();
            return FAILED;
        }
    }

    private static void complain(String sentence) {
        System.err.println("blockspin: " + sentence);
    }
}
