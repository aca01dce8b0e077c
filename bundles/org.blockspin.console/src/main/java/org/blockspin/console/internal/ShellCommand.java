package org.blockspin.console.internal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import picocli.CommandLine;

/** {@code shell}: many commands in one workbench. */
@CommandLine.Command(
        name = "shell",
        description = "Reads commands from files, a terminal or standard input: those of blockspin, and those of Gogo.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
    private final BundleContext context;

    @CommandLine.Parameters(
            index = "0..*",
            paramLabel = "FILE",
            description = "files with commands, each a program of Gogo; none for the terminal or standard input")
    private List<String> files = List.of();

    ShellCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        return shell().applyAsInt(files.toArray(String[]::new));
    }

    // The property promises the type argument, which the class ToIntFunction cannot.
    @SuppressWarnings("unchecked")
    private ToIntFunction<String[]> shell() throws InvalidSyntaxException, InvalidArgumentException {
        for (ServiceReference<?> reference :
                context.getServiceReferences(ToIntFunction.class, "(blockspin.shell=true)")) {
            if (context.getService(reference) instanceof ToIntFunction<?> shell) {
                return (ToIntFunction<String[]>) shell;
            }
        }
        throw new InvalidArgumentException(
                "the shell is not started: expected the feature \"shell\" in BLOCKSPIN_FEATURES (core,tensorflow-cpu,shell)");
    }
}
