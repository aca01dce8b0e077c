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
        requireFormat(properties, folder);
        try {
            int sweeps = Integer.parseInt(properties.getProperty("sweeps", ""));
            double temperature = Double.parseDouble(properties.getProperty("temperature", ""));
            return new GibbsResolver(sweeps, new Target(target.model(), target.rule(), temperature));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(folder.resolve(PROPERTIES) + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void requireFormat(Properties properties, Path folder) {
        String kind = properties.getProperty("kind", "none");
        if (!kind.equals(KIND)) {
            throw new IllegalStateException(folder + " holds no resolver of kind " + KIND + " but of kind " + kind);
        }
        String format = properties.getProperty("format", "none");
        if (!format.equals(FORMAT)) {
            throw new IllegalStateException(folder + " has format " + format + ", and this version reads formats up to "
                    + FORMAT + ": it was written by a newer Blockspin, or is damaged");
        }
    }
}
