package org.blockspin.shell.internal;

import java.util.Collection;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Names of commands first, then what the command offers. */
final class CommandCompleter implements Completer {
    private final Commands commands;

    CommandCompleter(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        offered(line).forEach(word -> candidates.add(new Candidate(word)));
    }

    private Collection<String> offered(ParsedLine line) {
        if (line.wordIndex() == 0) {
            return commands.names();
        }
        try {
            return commands.candidates(line.words().subList(0, line.wordIndex() + 1));
        } catch (InvalidCommandException | CommandFailedException e) {
            // A command that cannot say what may follow offers nothing.
            return List.of();
        }
    }
}
