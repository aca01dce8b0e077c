package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code benchmarks/jmh}: JMH on the newest JDK, with vector kernels where they pay. Arguments are those of JMH; a first one
 * {@code plain} chooses the plain kernels.
 */
public final class Jmh {
    private static final String PLAIN = "plain";

    private Jmh() {}

    /** Ends with JMH's exit status. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        boolean plain = !given.isEmpty() && given.get(0).equals(PLAIN);
        Surroundings surroundings = Surroundings.at(Path.of(System.getProperty("blockspin.root", ".")));
        List<String> command = surroundings.java(surroundings.newest(), !plain && surroundings.hasVectors());
        command.add("org.openjdk.jmh.Main");
        command.addAll(plain ? given.subList(1, given.size()) : given);
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
