package org.blockspin.benchmarks.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The worker's side of a conversation with whoever compares; the programs in C++ speak likewise.
 *
 * <p>When the work is prepared it says {@code ready} and what it knows of itself, as {@code key=value}. Every line that
 * comes in is a number of seconds of processor time of this thread; it is answered when at least so much time was
 * worked, by the units of work that were done, and the seconds that they took. The end of the input ends the work.
 */
final class Server {
    /** Nothing more is asked for. */
    static final class EndOfInputException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final double NANO = 1e-9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final BufferedReader in;
    private final PrintStream out;
    private double asked;
    private double units;
    private long begun;

    Server(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /** Says that there is nothing to time, and why. */
    void absent(String reason) {
        say("absent " + reason);
    }

    /** Says that the work can begin, and waits until it should. */
    void ready(Map<String, Double> facts) {
        say("ready" + words(facts));
        listen();
    }

    /** One piece of work is done. Returns when there is more to do. */
    void done(double pieceUnits) {
        units += pieceUnits;
        double seconds = seconds();
        if (seconds >= asked) {
            answer(units, seconds, Map.of());
        }
    }

    /** Processor time of this thread since it was asked. */
    double seconds() {
        return (threads.getCurrentThreadCpuTime() - begun) * NANO;
    }

    /** Answers for work that took so many seconds, with what was found out. Returns when there is more to do. */
    void answer(double doneUnits, double seconds, Map<String, Double> facts) {
        say(doneUnits + " " + seconds + words(facts));
        listen();
    }

    private void listen() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw new EndOfInputException();
            }
            asked = Double.parseDouble(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        units = 0;
        begun = threads.getCurrentThreadCpuTime();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String words(Map<String, Double> facts) {
        StringBuilder words = new StringBuilder();
        new TreeMap<>(facts)
                .forEach((key, value) ->
                        words.append(' ').append(key).append('=').append(value));
        return words.toString();
    }
}
