package org.blockspin.launcher;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/** Serves jars that are no bundles under the OSGi headers that a feature gives them (OSGi Connect, Core chapter 60). */
final class HeaderConnector implements ModuleConnector {
    private final Map<String, Artifact> artifacts;

    /** Serves those of the artifacts that have headers. */
    HeaderConnector(List<Artifact> artifacts) {
        this.artifacts = artifacts.stream()
                .filter(artifact -> !artifact.headers().isEmpty())
                .collect(Collectors.toMap(Artifact::location, Function.identity()));
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // Nothing is stored and nothing is configured.
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(artifacts.get(location)).map(artifact -> {
            JarContent content = new JarContent(artifact);
            return () -> content;
        });
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
