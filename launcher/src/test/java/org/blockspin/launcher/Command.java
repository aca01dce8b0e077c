package org.blockspin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a test runs to its end. */
record Command(List<String> words, Path folder, Map<String, String> environment) {
    /** What is left when the process has ended. */
    record Ended(int code, String out, String err) {}

    Command(List<String> words, Path folder) {
        this(words, folder, Map.of());
    }

    Command with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new Command(words, folder, all);
    }

    /** Runs it; more than a minute is a failure. */
    Ended run() {
        return run(1);
    }

    /** Runs it; more than so many minutes are a failure. */
    Ended run(int minutes) {
        try {
            Path err = Files.createTempFile("command", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(words).directory(folder.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("BLOCKSPIN_") || name.equals("JAVA_HOME"));
            // No test fetches half a gigabyte because there is a GPU, unless it says so.
            builder.environment().put("BLOCKSPIN_GPU", "no");
            builder.environment().putAll(environment);
            Process process = builder.start();
            String out = read(process.getInputStream());
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(words + " does not end");
            }
            String complaints = Files.readString(err);
            Files.delete(err);
            return new Ended(process.exitValue(), out, complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
