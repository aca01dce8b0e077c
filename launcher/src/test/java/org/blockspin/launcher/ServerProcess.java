package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code blockspin serve} in a process of its own, and the commands that talk to it. */
final class ServerProcess implements AutoCloseable {
    private final Path folder;
    private final Path plugins;
    private final Path log;
    private final Process process;

    /** @param folder where the commands are given; holds the state and the log too */
    ServerProcess(Path folder, Path plugins, String... options) throws IOException, InterruptedException {
        this.folder = folder;
        this.plugins = plugins;
        this.log = folder.resolve("server.log");
        List<String> words = new ArrayList<>(List.of(blockspin(), "serve", "--state", state().toString()));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BLOCKSPIN_"));
        builder.environment().put("BLOCKSPIN_FEATURES", "core");
        builder.environment().put("BLOCKSPIN_PLUGINS", plugins.toString());
        this.process = builder.start();
        untilLogged("serving on port");
    }

    private static String blockspin() {
        return BuiltTree.HOME.resolve("launcher/blockspin").toString();
    }

    Path state() {
        return folder.resolve("state");
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void untilLogged(String part) throws InterruptedException {
        until(part, () -> {
            try {
                return log().contains(part);
            } catch (IOException e) {
                return false;
            }
        });
    }

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within a minute: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** A command with its options for this server. */
    Command.Ended run(String... arguments) {
        return command(arguments).run();
    }

    /** The same without the server. */
    Command.Ended runLocally(String... arguments) {
        return new Command(words(arguments), folder)
                .with("BLOCKSPIN_FEATURES", "core")
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .run();
    }

    private Command command(String... arguments) {
        List<String> words = words(arguments);
        words.addAll(List.of("--state", state().toString()));
        return new Command(words, folder)
                .with("BLOCKSPIN_FEATURES", "core")
                .with("BLOCKSPIN_PLUGINS", plugins.toString());
    }

    private static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>(List.of(blockspin()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** A command that goes on while the test does. */
    Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments).words()).directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("client.log").toFile());
        builder.environment().put("BLOCKSPIN_FEATURES", "core");
        builder.environment().put("BLOCKSPIN_PLUGINS", plugins.toString());
        return builder.start();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
