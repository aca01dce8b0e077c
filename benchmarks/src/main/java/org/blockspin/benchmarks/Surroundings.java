package org.blockspin.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.blockspin.benchmarks.work.Worker;

/**
 * Where the programs are and how they are started.
 *
 * @param root of the source tree
 * @param classPath of this process and of the workers
 * @param jdks the oldest and the newest, or the only one
 * @param machine all this on
 */
record Surroundings(Path root, List<String> classPath, List<Jdk> jdks, Machine machine) {
    private static final String VECTORS = "org.blockspin.samplers.simd";

    static Surroundings at(Path root) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path", "");
        List<Jdk> jdks = Jdk.oldestAndNewest();
        return new Surroundings(
                root, Arrays.asList(classPath.split(File.pathSeparator, -1)), jdks, Machine.of(root, jdks));
    }

    Jdk newest() {
        return jdks.get(jdks.size() - 1);
    }

    /** A place for files that are in nobody's way. */
    Path scratch() throws IOException {
        return Files.createTempDirectory("blockspin-benchmark");
    }

    /** A program in C++ from the folder {@code benchmarks/cpp}, if it could be compiled. */
    Contender cpp(String name, String... arguments) {
        Path program = root.resolve("benchmarks/target/cpp").resolve(name);
        String code = name + ".cpp";
        if (!Files.isExecutable(program)) {
            String why = machine.compiler().isEmpty() ? "no C++ compiler: skipped" : "does not compile here: skipped";
            return Contender.absent(code, why);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return Contender.of(code, command);
    }

    /** A worker whose samplers have plain kernels. */
    Contender plain(String code, Jdk jdk, String... arguments) {
        return Contender.of(code + ", " + jdk.label(), worker(jdk, false, arguments));
    }

    /** Whether there are vector kernels, and a JDK on which they pay. */
    boolean hasVectors() {
        return newest().paysForVectors() && classPath.stream().anyMatch(entry -> entry.contains(VECTORS));
    }

    /** A worker whose samplers have vector kernels. */
    Contender vector(String code, Jdk jdk, String... arguments) {
        String full = code + ", " + jdk.label();
        return jdk.paysForVectors()
                ? Contender.of(full, worker(jdk, true, arguments))
                : Contender.absent(full, "no JDK of version 25 or newer: skipped");
    }

    private List<String> worker(Jdk jdk, boolean vector, String... arguments) {
        List<String> command = java(jdk, vector);
        command.add(Worker.class.getName());
        command.add(vector ? "vector" : "plain");
        command.addAll(List.of(arguments));
        return command;
    }

    /** How a JVM is started, but for the name of the main class and its arguments. */
    List<String> java(Jdk jdk, boolean vector) {
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-XX:+UseParallelGC"));
        if (vector) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        String path = classPath.stream()
                .filter(entry -> vector || !entry.contains(VECTORS))
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", path));
        return command;
    }
}
