package org.blockspin.pipeline.internal.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.osgi.framework.Bundle;

/**
 * A super-resolver that was trained before and is all data: its bundle holds what {@link TrainedResolver#save} wrote, and
 * the parameters of the plugin that loads it. To train it is to load it.
 */
@Kind(name = "model-variant", parameters = Plugin.NoParameters.class)
final class ModelVariant implements SuperResolver<Plugin.NoParameters> {
    private final Bundle bundle;
    private final Catalogue catalogue;
    private Optional<Path> unpacked = Optional.empty();

    /** @param catalogue where the plugin is that loads the model */
    ModelVariant(Bundle bundle, Catalogue catalogue) {
        this.bundle = bundle;
        this.catalogue = catalogue;
    }

    @Override
    public Trainer create(Plugin.NoParameters parameters, Task task) {
        ModelFile file = file();
        file.task().requireSame(task);
        return new Loader(file.resolver().create(task));
    }

    private ModelFile file() {
        URL entry = bundle.getEntry(ModelFile.NAME);
        if (entry == null) {
            throw new InvalidParameterException("", "a bundle with a file " + ModelFile.NAME, name());
        }
        try (InputStream in = entry.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ModelFile.read(name() + " " + ModelFile.NAME, text, catalogue);
        } catch (InvalidPipelineException e) {
            throw new InvalidParameterException(
                    "",
                    "a model that the installed plugins can load",
                    e.mistakes().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** The model as files; the bundle's storage goes when the bundle goes. */
    private synchronized Path folder() throws IOException {
        if (unpacked.isEmpty()) {
            Path folder =
                    bundle.getBundleContext().getDataFile(ModelFile.FOLDER).toPath();
            for (URL entry : entries()) {
                String path = entry.getPath().substring(entry.getPath().indexOf(ModelFile.FOLDER + "/"));
                Path target = folder.resolveSibling(path).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(name() + " has an entry outside of its folder: " + path);
                }
                if (path.endsWith("/")) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = entry.openStream()) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            unpacked = Optional.of(folder);
        }
        return unpacked.get();
    }

    private List<URL> entries() throws IOException {
        return Optional.ofNullable(bundle.findEntries(ModelFile.FOLDER, "*", true))
                .map(Collections::list)
                .orElseThrow(() -> new IOException(name() + " has no folder " + ModelFile.FOLDER));
    }

    /** The trainer of the plugin that made the model, which here only loads. */
    private final class Loader implements Trainer {
        private final Trainer trainer;

        Loader(Trainer trainer) {
            this.trainer = trainer;
        }

        @Override
        public Lattice fine(Lattice coarse) {
            return trainer.fine(coarse);
        }

        @Override
        public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
            try {
                return trainer.load(folder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TrainedResolver load(Path saved) throws IOException {
            return trainer.load(saved);
        }
    }
}
