package org.blockspin.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Commands of Blockspin, of Gogo and of the framework, one after another in one workbench: from a terminal, from files, or
 * from standard input. Files and standard input end at the first command that fails, with its exit code.
 */
@Component(service = ToIntFunction.class, property = "blockspin.shell=true")
public final class Shell implements ToIntFunction<String[]> {
    private static final int FAILED = 1;
    private static final int WRONG_INPUT = 2;

    private final CommandProcessor processor;
    private final List<ServiceRegistration<Function>> commands = new ArrayList<>();

    /** @param console runs the commands that its service property {@code blockspin.commands} names */
    @Activate
    public Shell(
            BundleContext context,
            @Reference CommandProcessor processor,
            @Reference(service = ToIntFunction.class, target = "(blockspin.console=true)")
                    ServiceReference<ToIntFunction<String[]>> console) {
        this.processor = processor;
        ToIntFunction<String[]> service = context.getService(console);
        for (String command : (String[]) console.getProperty("blockspin.commands")) {
            Map<String, Object> named =
                    Map.of(CommandProcessor.COMMAND_SCOPE, "blockspin", CommandProcessor.COMMAND_FUNCTION, command);
            commands.add(context.registerService(
                    Function.class, new BlockspinCommand(command, service), FrameworkUtil.asDictionary(named)));
        }
    }

    @Deactivate
    void close() {
        commands.forEach(ServiceRegistration::unregister);
    }

    /** @param files to run; none for the terminal or standard input */
    @Override
    public int applyAsInt(String[] files) {
        try (Commands session = new Commands(processor)) {
            return run(session, files);
        } catch (CommandFailedException e) {
            // The command has said what is wrong.
            return e.code();
        } catch (InvalidCommandException e) {
            return complain(e.sentence(), WRONG_INPUT);
        } catch (NoSuchFileException e) {
            return complain("expected a file with commands, found no file " + e.getFile(), WRONG_INPUT);
        } catch (IOException e) {
            return complain(String.valueOf(e.getMessage()), FAILED);
        }
    }

    private static int run(Commands session, String[] files)
            throws IOException, InvalidCommandException, CommandFailedException {
        for (String file : files) {
            session.execute(Files.readString(Path.of(file)));
        }
        if (files.length == 0) {
            try (Terminal terminal = terminal()) {
                if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                    new Dialogue(terminal, session).run();
                    return 0;
                }
            }
            session.execute(text(System.in));
        }
        return 0;
    }

    /** That of the system, or a dumb one where standard input is none. */
    private static Terminal terminal() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JLine looks for its natives there.
        thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
        try {
            return TerminalBuilder.builder().dumb(true).build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int complain(String sentence, int code) {
        System.err.println("blockspin: " + sentence);
        return code;
    }
}
