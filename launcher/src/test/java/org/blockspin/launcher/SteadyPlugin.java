package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An observable "steady" whose value is a constant of its class, so that a result tells which revision made it. Variants of
 * its measuring and of its life do what a test needs.
 */
final class SteadyPlugin {
    static final String NAME = "org.example.steady";

    private static final String SOURCE = """
            package org.example.steady;

            import java.nio.file.*;
            import java.util.List;
            import org.blockspin.api.*;
            import org.osgi.service.component.annotations.*;

            @Component%s
            @Kind(name = "steady", description = "A constant.", parameters = Steady.Parameters.class)
            public final class Steady implements Observable<Steady.Parameters> {
                public record Parameters(
                        @Description("a folder; where it is given, a file \\"go\\" in it is waited for") @Default("\\"\\"") String gate) {}

                %s

                @Override
                public Measurement create(Parameters parameters, Subject subject) {
                    %s
                    return new Measurement() {
                        @Override
                        public int columns() {
                            return 1;
                        }

                        @Override
                        public void measure(Configurations batch, long first, double[][] rows) {
                            await(parameters.gate());
                            for (int c = 0; c < batch.count(); c++) {
                                %s
                            }
                        }

                        @Override
                        public List<Quantity> quantities() {
                            return List.of(new Quantity("steady", means -> means[0]));
                        }
                    };
                }

                static void await(String folder) {
                    try {
                        while (!folder.isEmpty() && !Files.exists(Path.of(folder, "go"))) {
                            Files.writeString(Path.of(folder, "begun"), "");
                            Thread.sleep(20);
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private final Path work;
    private int built;

    /** @param work a folder for sources and jars */
    SteadyPlugin(Path work) {
        this.work = work;
    }

    /** A jar of version 1.0.0 whose observable is {@code value}. */
    Path jar(double value) throws Exception {
        return jar("", "", "rows[c][0] = " + value + ";", Map.of());
    }

    /** One with further members. */
    Path withMembers(String members) throws Exception {
        return jar("", members, "rows[c][0] = 0;", Map.of());
    }

    /** One that measures so. */
    Path measuring(String statement) throws Exception {
        return jar("", "", statement, Map.of());
    }

    /** One that does so when it is created for a step. */
    Path creating(String statement) throws Exception {
        return jar(SOURCE.formatted("", "", statement, "rows[c][0] = 0;"), Map.of());
    }

    Path jar(String component, String members, String measure, Map<String, String> headers) throws Exception {
        return jar(SOURCE.formatted(component, members, "", measure), headers);
    }

    private Path jar(String source, Map<String, String> headers) throws Exception {
        built++;
        Path own = Files.createDirectories(work.resolve("build-" + built));
        return PluginJar.write(NAME, "Steady", source, headers, own, own.resolve(NAME + ".jar"));
    }

    /** Puts a jar into a folder of plugins. */
    static Path drop(Path jar, Path folder) throws IOException {
        return InFolder.put(jar, folder.resolve(NAME + ".jar"));
    }

    /** A small pipeline that measures it. */
    static Path pipeline(Path folder) throws IOException {
        return Files.writeString(folder.resolve("steady.json"), """
                {"format": 1, "name": "steady", "seed": 7, "steps": {
                  "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                                           "temperature": 2.5, "sampler": "cluster", "configurations": 1024}},
                  "measured": {"observe": {"from": ["simulated"], "observables": ["steady", "energy"]}}}}
                """);
    }
}
