package org.blockspin.shell.internal;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/** One command of the console as a function of Gogo: it prints to the session, so that it can be piped. */
final class BlockspinCommand implements Function {
    /** What a command that prints its results returns. */
    static final String NOTHING = "";

    private final String name;
    private final ToIntFunction<String[]> console;

    BlockspinCommand(String name, ToIntFunction<String[]> console) {
        this.name = name;
        this.console = console;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws CommandFailedException {
        String[] words = Stream.concat(Stream.of(name), arguments.stream().map(String::valueOf))
                .toArray(String[]::new);
        int code = console.applyAsInt(words);
        if (code != 0) {
            throw new CommandFailedException(name, code);
        }
        return NOTHING;
    }
}
