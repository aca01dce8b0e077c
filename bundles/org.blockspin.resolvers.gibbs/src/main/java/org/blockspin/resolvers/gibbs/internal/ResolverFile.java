package org.blockspin.resolvers.gibbs.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A resolver as a folder with one file, {@code resolver.properties}: format, kind, sweeps and temperature. */
final class ResolverFile {
    private static final String FORMAT = "1";
    private static final String KIND = "constrained-gibbs";
    private static final String PROPERTIES = "resolver.properties";

    private ResolverFile() {}

    static void save(GibbsResolver resolver, Path folder) throws IOException {
        Files.write(
                folder.resolve(PROPERTIES),
                List.of(
                        "format=" + FORMAT,
                        "kind=" + KIND,
                        "sweeps=" + resolver.sweeps(),
                        "temperature=" + resolver.target().temperature()));
    }

    /** @param target whose model and rule are those of the resolver */
    static GibbsResolver load(Path folder, Target target) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(PROPERTIES))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IOException("no resolver could be read from " + folder + ": " + e.getMessage(), e);
        }
        require(properties, "kind", KIND, folder);
        require(properties, "format", FORMAT, folder);
        try {
            int sweeps = Integer.parseInt(properties.getProperty("sweeps", ""));
            double temperature = Double.parseDouble(properties.getProperty("temperature", ""));
            return new GibbsResolver(sweeps, new Target(target.model(), target.rule(), temperature));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(folder.resolve(PROPERTIES) + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void require(Properties properties, String key, String expected, Path folder) {
        String found = properties.getProperty(key, "none");
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    folder + " holds a resolver of " + key + " " + found + ", expected " + key + " " + expected);
        }
    }
}
