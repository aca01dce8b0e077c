package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the numbers are numbers of.
 *
 * @param processor its model
 * @param cores how many of it this process may use
 * @param jdks that were used
 * @param compiler of C++, as it names itself
 * @param code revision and date of the code
 */
record Machine(String processor, int cores, List<Jdk> jdks, Optional<String> compiler, String code) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine of(Path root, List<Jdk> jdks) throws IOException, InterruptedException {
        Optional<String> compiler =
                Optional.ofNullable(System.getProperty("blockspin.compiler")).filter(name -> !name.isBlank());
        return new Machine(processorModel(), Runtime.getRuntime().availableProcessors(), jdks, compiler, code(root));
    }

    private static String processorModel() throws IOException {
        String architecture = System.getProperty("os.arch", "unknown");
        if (!Files.isReadable(PROCESSORS)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }

    private static String code(Path root) throws IOException, InterruptedException {
        String commit = git(root, "log", "-1", "--format=%h of %cs");
        if (commit.isEmpty()) {
            return "unknown";
        }
        // What this very program writes does not count.
        String changed =
                git(root, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!benchmarks/RESULTS.md");
        return changed.isEmpty() ? commit : commit + " with changes";
    }

    /** What git says, or nothing where this is no repository. */
    private static String git(Path root, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            // There is no git.
            return "";
        }
    }

    /** One line. */
    String description() {
        String versions = jdks.stream().map(Jdk::version).collect(Collectors.joining(" and "));
        return processor + ", " + cores + " cores; JDK " + versions + "; " + compiler.orElse("no C++ compiler")
                + "; code " + code + ".";
    }
}
