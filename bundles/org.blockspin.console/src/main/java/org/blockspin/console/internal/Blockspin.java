package org.blockspin.console.internal;

import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine;

/** The command that holds the others. */
@CommandLine.Command(
        name = "blockspin",
        description = "Real-space renormalization of lattice spin models, and its inverse.",
        mixinStandardHelpOptions = true,
        versionProvider = Blockspin.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 the run failed, 2 the input is wrong, 130 cancelled."})
final class Blockspin implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version of this bundle. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "blockspin " + FrameworkUtil.getBundle(Blockspin.class).getVersion()
            };
        }
    }
}
