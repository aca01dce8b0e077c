package org.blockspin.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Service that makes a plugin of a trained model: a bundle without a class. Thread-safe. */
@ProviderType
public interface ModelExporter {
    /**
     * What the plugin is called.
     *
     * @param name the value of {@code "kind"} where a pipeline chooses it as a super-resolver
     * @param version of the bundle, as OSGi writes versions
     */
    record Variant(String name, String version) {}

    /**
     * Writes the bundle. The same model, name and version make the same bytes. The file appears whole or not at all.
     *
     * @param run the folder of a run that is done
     * @param model one of its trained models: the name of a train step, with the number of the model behind a slash if
     *     the step trained several, as folders under {@code models/} are named
     * @param jar a file that does not exist, in a folder that does
     * @return one sentence that describes the model
     * @throws InvalidRunException if the folder is none of a finished run, or has no such model
     * @throws InvalidPipelineException if its pipeline cannot be planned with what is installed now, or the name or version
     *     is none
     * @throws IOException if the file cannot be written; the message says why in words
     */
    String export(Path run, String model, Variant variant, Path jar)
            throws InvalidRunException, InvalidPipelineException, IOException;
}
