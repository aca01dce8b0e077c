package org.blockspin.console.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.ModelExporter;
import org.blockspin.pipeline.RunFailedException;
import picocli.CommandLine;

/** {@code plugin export-model}: a trained model becomes a plugin. */
@CommandLine.Command(
        name = "export-model",
        description =
                "Makes a plugin of a trained model: a bundle without a class, which pipelines choose as a resolver.",
        mixinStandardHelpOptions = true)
final class ExportModelCommand implements Callable<Integer> {
    private final ModelExporter exporter;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run that is done")
    private Path run = Path.of("");

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "MODEL",
            description = "a train step, as in network, or one of its models, as in network/3: a folder in RUN/models")
    private String model = "";

    @CommandLine.Option(names = "--name", paramLabel = "NAME", required = true, description = "what pipelines call it")
    private String name = "";

    @CommandLine.Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "1.0.0",
            description = "version of the bundle (${DEFAULT-VALUE})")
    private String version = "";

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE.jar",
            description = "the file to write, which must not exist (NAME-VERSION.jar)")
    private Optional<Path> out = Optional.empty();

    ExportModelCommand(ModelExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws Exception {
        Path jar = out.orElse(Path.of(name + "-" + version + ".jar"));
        try {
            String sentence = exporter.export(run, model, new ModelExporter.Variant(name, version), jar);
            spec.commandLine().getOut().println(jar + ": " + sentence);
            return 0;
        } catch (IOException e) {
            throw new RunFailedException(jar + " cannot be written: " + e.getMessage(), e);
        }
    }
}
