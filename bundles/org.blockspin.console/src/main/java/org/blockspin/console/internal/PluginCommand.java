package org.blockspin.console.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blockspin.console.internal.TextTable.Align;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.Spelling;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.plugins.Revision;
import org.blockspin.plugins.Verdict;
import org.blockspin.server.RunClient;
import org.blockspin.server.ServerException;
import picocli.CommandLine;

/** {@code plugin}: the jars in the folder of plugins. A workbench that serves takes up what is changed here. */
@CommandLine.Command(
        name = "plugin",
        description = "Checks, installs and removes plugin jars; a workbench that serves takes up each change.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class PluginCommand implements Runnable {
    private static final int HASH_DIGITS = 12;
    private static final String JAR = "JAR";
    private static final String JARS = "a file, or Maven coordinates: group:artifact:version, or with :classifier";

    private final PluginFolder plugins;
    private final RunClient client;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    PluginCommand(PluginFolder plugins, RunClient client) {
        this.plugins = plugins;
        this.client = client;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    @CommandLine.Command(
            name = "list",
            description = "Lists the installed jars, as a workbench that starts now takes them.",
            mixinStandardHelpOptions = true)
    int list(
            @CommandLine.Option(
                            names = "--connect",
                            description = "lists what a workbench has that \"blockspin serve\" keeps running")
                    boolean connect,
            @CommandLine.Mixin StateOption state)
            throws ServerException {
        List<Revision> all = connect ? client.plugins(state.folder()) : plugins.list();
        if (all.isEmpty()) {
            out().println("no plugins" + (connect ? "" : " in " + plugins.path()));
        } else {
            table(all).lines().forEach(out()::println);
        }
        return 0;
    }

    private static TextTable table(List<Revision> all) {
        TextTable table = new TextTable()
                .column("plugin", Align.LEFT)
                .column("version", Align.LEFT)
                .column("sha256", Align.LEFT)
                .column("state", Align.LEFT)
                .column("jar", Align.LEFT)
                .column("", Align.LEFT);
        all.forEach(revision -> table.line(List.of(
                revision.name(),
                revision.version(),
                revision.sha256()
                        .substring(0, Math.min(HASH_DIGITS, revision.sha256().length())),
                revision.state().name().toLowerCase(Locale.ROOT),
                revision.jar().toString(),
                revision.reason().orElse(""))));
        return table;
    }

    @CommandLine.Command(
            name = "verify",
            description = "Says what a jar contributes, and what is wrong with it; installs nothing.",
            mixinStandardHelpOptions = true)
    int verify(@CommandLine.Parameters(paramLabel = JAR, description = JARS) String jar)
            throws InvalidArgumentException, RunFailedException {
        return with(jar, found -> print(plugins.verify(found)) ? 0 : Console.WRONG_INPUT);
    }

    /** Something that is done with a jar. */
    @FunctionalInterface
    private interface Use {
        int of(Path jar) throws RunFailedException;
    }

    /** A jar that is fetched lives as long as it is used. */
    private int with(String jar, Use use) throws InvalidArgumentException, RunFailedException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            return use.of(find(jar, folder.path()));
        } catch (IOException e) {
            throw new RunFailedException(jar + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A file of this name is meant before anything else. */
    private Path find(String jar, Path folder) throws InvalidArgumentException, IOException {
        Optional<MavenCoordinates> coordinates = MavenCoordinates.of(jar);
        if (coordinates.isPresent() && !Files.exists(Path.of(jar))) {
            return new MavenJars(err()::println).get(coordinates.get(), folder);
        } else if (!Files.isRegularFile(Path.of(jar))) {
            throw new InvalidArgumentException("expected a jar or Maven coordinates, found no file " + jar);
        }
        return Path.of(jar);
    }

    /** Whether it is accepted. */
    private boolean print(Verdict verdict) {
        verdict.problems().forEach(problem -> err().println("blockspin: " + problem));
        verdict.warnings().forEach(warning -> err().println("note: " + warning));
        if (verdict.isAccepted()) {
            out().println(verdict.title() + " can be installed");
            verdict.contributions().forEach(contribution -> out().println("  brings " + contribution));
            verdict.replaced().forEach(revision -> out().println("  replaces " + revision));
            verdict.restarted().forEach(bundle -> out().println("  restarts " + bundle + ", which uses its packages"));
        }
        return verdict.isAccepted();
    }

    @CommandLine.Command(
            name = "install",
            description = "Checks a jar and puts it into the folder of plugins, in the place of others of its name.",
            mixinStandardHelpOptions = true)
    int install(@CommandLine.Parameters(paramLabel = JAR, description = JARS) String jar)
            throws InvalidArgumentException, RunFailedException {
        return with(jar, this::install);
    }

    private int install(Path jar) throws RunFailedException {
        Verdict verdict = plugins.verify(jar);
        if (!print(verdict)) {
            return Console.WRONG_INPUT;
        }
        try {
            out().println("installed as " + plugins.add(jar, verdict.name()));
            return 0;
        } catch (IOException e) {
            throw new RunFailedException(plugins.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    @CommandLine.Command(
            name = "remove",
            description = "Takes the jars of a plugin out of the folder of plugins.",
            mixinStandardHelpOptions = true)
    int remove(
            @CommandLine.Parameters(paramLabel = "NAME", description = "as \"blockspin plugin list\" shows it")
                    String name)
            throws InvalidArgumentException, RunFailedException {
        try {
            List<Path> removed = plugins.remove(name);
            if (removed.isEmpty()) {
                throw new InvalidArgumentException(Spelling.unknown(
                        "plugin",
                        name,
                        plugins.list().stream().map(Revision::name).toList()));
            }
            removed.forEach(jar -> out().println("removed " + jar));
            return 0;
        } catch (IOException e) {
            throw new RunFailedException(plugins.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
