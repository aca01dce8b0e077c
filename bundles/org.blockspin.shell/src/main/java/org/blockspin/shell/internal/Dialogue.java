package org.blockspin.shell.internal;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** A person at a terminal: what a command says is wrong does not end it. */
final class Dialogue {
    private final LineReader reader;
    private final Commands commands;

    Dialogue(Terminal terminal, Commands commands) {
        this.commands = commands;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("blockspin")
                .completer(new CommandCompleter(commands))
                .build();
    }

    /** Until the input ends or says {@code exit}. */
    void run() {
        while (true) {
            try {
                String line = reader.readLine("blockspin> ").strip();
                if (line.equals("exit") || line.equals("quit")) {
                    return;
                }
                commands.execute(line);
            } catch (UserInterruptException e) {
                // Ctrl-C empties the line.
            } catch (EndOfFileException e) {
                return;
            } catch (CommandFailedException e) {
                // The command has said what is wrong.
            } catch (InvalidCommandException e) {
                System.err.println("blockspin: " + e.sentence());
            }
        }
    }
}
