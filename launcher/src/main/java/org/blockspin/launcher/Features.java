package org.blockspin.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/**
 * Reads OSGi features (Compendium, chapter 159) and finds their bundles in a repository of Maven's layout.
 *
 * <p>Four uses of a bundle's metadata are ours. {@code platform} restricts an entry to one operating system and
 * processor. {@code "optional": true} marks a bundle that resolves only on some JVMs, which is not worth a word on others.
 * Every key that starts with a capital is an OSGi header: such a jar is no bundle by itself, and is served under these
 * headers as it is (OSGi Connect), never packed again. {@code library-path} marks a jar that is not installed at all: the
 * script unpacks this folder of it for the dynamic linker, before Java starts.
 */
public final class Features {
    private static final String PLATFORM = "platform";
    private static final String OPTIONAL = "optional";
    private static final String LIBRARY_PATH = "library-path";

    private final FeatureService service;
    private final Path repository;
    private final String platform;

    /** A reader for this repository and platform. */
    public Features(Path repository, String platform) {
        this.service = ServiceLoader.load(FeatureService.class)
                .findFirst()
                .orElseThrow(() -> new LaunchException("no reader of feature files is on the launcher's class path"));
        this.repository = repository;
        this.platform = platform;
    }

    /**
     * The jars of these features for the platform at hand, in order, each once; the files need not exist.
     *
     * @throws LaunchException if a file cannot be read as a feature
     */
    public List<Artifact> read(List<Path> files) {
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        for (Path file : files) {
            for (FeatureBundle bundle : feature(file).getBundles()) {
                if (isForThisPlatform(bundle) && !bundle.getMetadata().containsKey(LIBRARY_PATH)) {
                    Artifact artifact = artifact(bundle);
                    artifacts.putIfAbsent(artifact.name(), artifact);
                }
            }
        }
        return new ArrayList<>(artifacts.values());
    }

    private Feature feature(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Feature feature = service.readFeature(reader);
            if (feature.getBundles().isEmpty()) {
                // The reader drops bundles that are not objects without a word.
                throw new LaunchException(file + " names no bundles: each must be an object with an id");
            }
            return feature;
        } catch (NoSuchFileException e) {
            throw new LaunchException("there is no feature file " + file, e);
        } catch (LaunchException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader throws whatever its JSON library throws.
            throw new LaunchException(file + " is not a feature: " + e.getMessage(), e);
        }
    }

    private boolean isForThisPlatform(FeatureBundle bundle) {
        Object wanted = bundle.getMetadata().getOrDefault(PLATFORM, platform);
        return platform.equals(wanted);
    }

    private Artifact artifact(FeatureBundle bundle) {
        Map<String, String> headers = new TreeMap<>();
        bundle.getMetadata().forEach((key, value) -> {
            if (Character.isUpperCase(key.charAt(0))) {
                headers.put(key, value.toString());
            }
        });
        return new Artifact(
                bundle.getID().toString(),
                file(bundle.getID()),
                headers,
                "true".equals(String.valueOf(bundle.getMetadata().get(OPTIONAL))));
    }

    private Path file(ID id) {
        String classifier = id.getClassifier().map(name -> "-" + name).orElse("");
        return repository
                .resolve(id.getGroupId().replace('.', '/'))
                .resolve(id.getArtifactId())
                .resolve(id.getVersion())
                .resolve(id.getArtifactId() + "-" + id.getVersion() + classifier + "."
                        + id.getType().orElse("jar"));
    }
}
