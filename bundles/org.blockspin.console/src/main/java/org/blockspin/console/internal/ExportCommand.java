package org.blockspin.console.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.blockspin.pipeline.EnsembleExporter;
import org.blockspin.pipeline.RunFailedException;
import picocli.CommandLine;

/** {@code export}: a kept ensemble as a file that other tools read without HDF5. */
@CommandLine.Command(
        name = "export",
        description = "Writes a kept ensemble as a NumPy array: one byte a site, the number of its state.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final EnsembleExporter exporter;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "FILE.h5|FOLDER",
            description = "a file of a kept ensemble, or the folder with all of them, as in RUN/ensembles/STEP")
    private Path source = Path.of("");

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE.npy",
            required = true,
            description = "the file to write; must not exist")
    private Path out = Path.of("");

    ExportCommand(EnsembleExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws Exception {
        List<Long> shape = write();
        spec.commandLine()
                .getOut()
                .println(out + ": uint8, shape ("
                        + shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
        return 0;
    }

    private List<Long> write() throws Exception {
        try {
            return exporter.npy(source, out);
        } catch (IOException e) {
            throw new RunFailedException(out + " cannot be written: " + e.getMessage(), e);
        }
    }
}
