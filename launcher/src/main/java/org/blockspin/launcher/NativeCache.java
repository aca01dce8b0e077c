package org.blockspin.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says where JavaCPP keeps the native libraries that it extracts (650 MB for TensorFlow). One folder for each choice of
 * jars: JavaCPP takes a file of the right name for the right one, be it of another version or for another device.
 */
final class NativeCache {
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";
    private static final String HOST = "org.blockspin.tensorflow";

    private NativeCache() {}

    /** Sets the folder for these natives below {@code folder}, unless the user has chosen one. */
    static void use(Path folder, List<Artifact> artifacts) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder.resolve(nameFor(artifacts)).toString());
        }
    }

    /** A name that tells apart what must not be mixed. */
    static String nameFor(List<Artifact> artifacts) {
        String natives = artifacts.stream()
                .filter(artifact -> HOST.equals(artifact.headers().get("Fragment-Host")))
                .map(artifact -> artifact.file().getFileName().toString().replaceFirst("\\.jar$", ""))
                .collect(Collectors.joining("+"));
        return "natives-" + natives;
    }
}
