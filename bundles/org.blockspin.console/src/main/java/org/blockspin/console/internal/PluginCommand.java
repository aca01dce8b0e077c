package org.blockspin.console.internal;

import picocli.CommandLine;

/** {@code plugin}: holds the commands about plugins. */
@CommandLine.Command(
        name = "plugin",
        description = "Makes plugins.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PluginCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
