package org.blockspin.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A contender that runs: a process that works when it is asked to and waits otherwise. The class {@code Server} of the
 * workers, and {@code common.h} of the programs in C++, are the other side.
 */
final class Conversation implements AutoCloseable {
    private static final String READY = "ready";
    private static final String ABSENT = "absent ";
    private static final int LINES_OF_A_FAILURE = 3;

    /**
     * An answer.
     *
     * @param rate units of work a second of processor time
     * @param seconds of processor time
     * @param facts what the program found out
     */
    record Answer(double rate, double seconds, Map<String, Double> facts) {}

    private final Contender contender;
    private final Path errors;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;
    private String absence = "";
    private Map<String, Double> facts = Map.of();

    /** Starts it, and waits until it is prepared. */
    Conversation(Contender contender) throws ComparisonException, IOException {
        this.contender = contender;
        this.errors = Files.createTempFile("blockspin-benchmark", ".log");
        ProcessBuilder builder = new ProcessBuilder(contender.command()).redirectError(errors.toFile());
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
        this.process = builder.start();
        this.in = process.inputReader(StandardCharsets.UTF_8);
        this.out = process.outputWriter(StandardCharsets.UTF_8);
        try {
            begin(hear());
        } catch (ComparisonException | IOException e) {
            close();
            throw e;
        }
    }

    private void begin(String line) throws ComparisonException {
        if (line.startsWith(ABSENT)) {
            absence = line.substring(ABSENT.length());
        } else if (line.startsWith(READY)) {
            facts = facts(line, 1);
        } else {
            throw new ComparisonException(contender.code() + ": expected \"ready\", found \"" + line + "\"");
        }
    }

    Contender contender() {
        return contender;
    }

    /** Why the program has nothing to time, or "". */
    String absence() {
        return absence;
    }

    /** What the program said of itself. */
    Map<String, Double> facts() {
        return facts;
    }

    /** Has it work for so many seconds of processor time, at least. */
    Answer ask(double seconds) throws ComparisonException, IOException {
        out.write(seconds + "\n");
        out.flush();
        String line = hear();
        List<String> words = List.of(line.split(" ", -1));
        double units = Double.parseDouble(words.get(0));
        double taken = Double.parseDouble(words.get(1));
        return new Answer(units / taken, taken, facts(line, 2));
    }

    private String hear() throws ComparisonException, IOException {
        String line = in.readLine();
        if (line == null) {
            List<String> said = Files.readAllLines(errors);
            int last = Math.min(said.size(), LINES_OF_A_FAILURE);
            throw new ComparisonException(contender.code() + " failed: " + String.join(" / ", said.subList(0, last)));
        }
        return line;
    }

    private static Map<String, Double> facts(String line, int from) {
        Map<String, Double> facts = new LinkedHashMap<>();
        List<String> words = List.of(line.split(" ", -1));
        for (String word : words.subList(from, words.size())) {
            int equals = word.indexOf('=');
            facts.put(word.substring(0, equals), Double.valueOf(word.substring(equals + 1)));
        }
        return facts;
    }

    /** Ends the program. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It has ended already.
            process.destroy();
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
