package org.blockspin.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** A session of Gogo with the commands of Blockspin. Not thread-safe. */
final class Commands implements AutoCloseable {
    /** What one asks a framework for most, in words. */
    private static final String ALIASES =
            "bundles = { felix:lb $args }; services = { felix:inspect capability service $args }";

    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*\\w+\\s*=");

    private final CommandProcessor processor;
    private final CommandSession session;

    /**
     * Commands read and print where this process does. Not through System.out and its like, in whose places Gogo has put
     * streams that lead to the session.
     */
    Commands(CommandProcessor processor) throws InvalidCommandException, CommandFailedException {
        this.processor = processor;
        this.session = processor.createSession(
                new FileInputStream(FileDescriptor.in), stream(FileDescriptor.out), stream(FileDescriptor.err));
        execute(ALIASES);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Runs a program of Gogo, which may be one line, and prints what its statements return, but not what they assign. */
    void execute(String program) throws InvalidCommandException, CommandFailedException {
        try {
            for (Parser.Executable statement : new Parser(program).program().tokens()) {
                execute(statement);
            }
        } catch (CommandFailedException e) {
            throw e;
        } catch (Exception e) {
            // Gogo's commands may throw whatever they like.
            throw new InvalidCommandException(sentence(e), e);
        }
    }

    private void execute(Parser.Executable statement) throws Exception {
        if (!(statement instanceof Parser.Operator)) {
            Optional<Object> result = Optional.ofNullable(session.execute(statement));
            if (!ASSIGNMENT.matcher(statement).lookingAt()) {
                result.ifPresent(this::print);
            }
        }
    }

    private void print(Object result) {
        if (!result.equals(BlockspinCommand.NOTHING)) {
            session.getConsole().println(session.format(result, Converter.INSPECT));
        }
    }

    private static String sentence(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The words that a command line may begin with. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        if (session.get(".commands") instanceof Collection<?> known) {
            known.forEach(command -> names.add(String.valueOf(command).replaceFirst("^.*:", "")));
        }
        names.addAll(List.of("bundles", "services", "exit"));
        return names;
    }

    /** The words that may stand at the end of a line that a command of Blockspin begins. */
    List<String> candidates(List<String> words) throws InvalidCommandException, CommandFailedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (CommandSession asking = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
            StringBuilder command = new StringBuilder("blockspin:candidates");
            for (String word : words) {
                String variable = "w" + command.length();
                asking.put(variable, word);
                command.append(" $").append(variable);
            }
            asking.execute(command);
        } catch (CommandFailedException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidCommandException(sentence(e), e);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
