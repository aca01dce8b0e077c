package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of results: a section a comparison, each of which is replaced when its comparison ran again. */
final class ResultsFile {
    /** Begins the heading of a section. */
    static final String HEADING = "## ";

    private static final String MARK = "<!-- comparison: ";
    private static final String END_OF_MARK = " -->";
    private static final String PREFACE = """
            # Benchmarks

            Written by `benchmarks/compare`; [README.md](README.md) says how. A number is the median over rounds, in each of
            which every program has its turn, with half the distance of the quartiles; a ratio is taken round by round.
            """;

    private final Path file;

    ResultsFile(Path file) {
        this.file = file;
    }

    /** Replaces the section of a comparison, or adds it at the end. */
    void put(String comparison, String section) throws IOException {
        Map<String, String> sections = Files.exists(file) ? read(Files.readAllLines(file)) : new LinkedHashMap<>();
        sections.put(comparison, section.strip());
        StringBuilder text = new StringBuilder(PREFACE);
        sections.forEach((name, body) -> text.append('\n')
                .append(MARK)
                .append(name)
                .append(END_OF_MARK)
                .append('\n')
                .append(body)
                .append('\n'));
        Files.writeString(file, text);
    }

    private static Map<String, String> read(List<String> lines) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = "";
        for (String line : lines) {
            if (line.startsWith(MARK) && line.endsWith(END_OF_MARK)) {
                name = line.substring(MARK.length(), line.length() - END_OF_MARK.length());
            } else if (!name.isEmpty()) {
                sections.merge(name, line, (above, below) -> above + "\n" + below);
            }
        }
        sections.replaceAll((key, body) -> body.strip());
        return sections;
    }
}
