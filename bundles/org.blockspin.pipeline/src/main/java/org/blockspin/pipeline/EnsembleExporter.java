package org.blockspin.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Service that writes kept ensembles in the formats of other tools. Thread-safe. */
@ProviderType
public interface EnsembleExporter {
    /**
     * Writes configurations as a NumPy array of unsigned bytes, one a site, shape [count, cells..., basis]; the basis is
     * left out where it is 1. Needs memory for a few configurations only. The file appears whole or not at all.
     *
     * @param source one file of a kept ensemble, or the folder with all of them
     * @param target a file that does not exist, in a folder that does
     * @return the shape
     * @throws InvalidEnsembleException if one of them is not so, or files are missing, of different ensembles, or damaged
     * @throws IOException if the target cannot be written; the message says why in words
     */
    List<Long> npy(Path source, Path target) throws InvalidEnsembleException, IOException;
}
