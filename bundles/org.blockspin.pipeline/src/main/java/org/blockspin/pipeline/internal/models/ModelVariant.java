package org.blockspin.pipeline.internal.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Delegating;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.osgi.framework.Bundle;

/**
 * A super-resolver that was trained before and is all data: its bundle holds what {@link TrainedResolver#save} wrote, and
 * the parameters of the plugin that loads it.
 */
@Kind(name = "model-variant", parameters = Plugin.NoParameters.class)
final class ModelVariant implements SuperResolver<Plugin.NoParameters>, Delegating {
    private final Bundle bundle;
    private final String name;
    private Optional<Path> unpacked = Optional.empty();

    /** @param name what pipelines call it */
    ModelVariant(Bundle bundle, String name) {
        this.bundle = bundle;
        this.name = name;
    }

    @Override
    public Trainer create(Plugin.NoParameters parameters, Task task) {
        throw new IllegalStateException("a model variant works through the plugin that loads it");
    }

    @Override
    public Delegate within(Catalogue catalogue) {
        ModelFile.Read read = file(new Others(catalogue, name));
        return new Delegate(new LoadedModel(read.file(), this::folder), read.plugins());
    }

    /** A catalogue without this variant, which cannot load itself. */
    private record Others(Catalogue all, String name) implements Catalogue {
        @Override
        public SortedMap<String, Installed> plugins(PluginKind kind) {
            SortedMap<String, Installed> others = new TreeMap<>(all.plugins(kind));
            if (kind == PluginKind.SUPER_RESOLVER) {
                others.remove(name);
            }
            return others;
        }

        @Override
        public Collection<CriticalPoint> criticalPoints() {
            return all.criticalPoints();
        }
    }

    private ModelFile.Read file(Catalogue catalogue) {
        URL entry = bundle.getEntry(ModelFile.NAME);
        if (entry == null) {
            throw new InvalidParameterException("", "a bundle with a file " + ModelFile.NAME, title());
        }
        try (InputStream in = entry.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ModelFile.read(title() + " " + ModelFile.NAME, text, catalogue);
        } catch (InvalidPipelineException e) {
            throw new InvalidParameterException(
                    "",
                    "a model that the installed plugins can load",
                    e.mistakes().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String title() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** The model as files; the bundle's storage goes when the bundle goes. */
    private synchronized Path folder() throws IOException {
        if (unpacked.isEmpty()) {
            Path folder =
                    bundle.getBundleContext().getDataFile(ModelFile.FOLDER).toPath();
            for (URL entry : entries()) {
                if (!entry.getPath().endsWith("/")) {
                    unpack(entry, folder);
                }
            }
            unpacked = Optional.of(folder);
        }
        return unpacked.get();
    }

    private void unpack(URL entry, Path folder) throws IOException {
        String path = entry.getPath().substring(entry.getPath().indexOf(ModelFile.FOLDER + "/"));
        Path target = folder.resolveSibling(path).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(title() + " has an entry outside of its folder: " + path);
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = entry.openStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<URL> entries() throws IOException {
        return Optional.ofNullable(bundle.findEntries(ModelFile.FOLDER, "*", true))
                .map(Collections::list)
                .orElseThrow(() -> new IOException(title() + " has no folder " + ModelFile.FOLDER));
    }
}
