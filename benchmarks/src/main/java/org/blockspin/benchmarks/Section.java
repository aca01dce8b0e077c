package org.blockspin.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What a comparison came to, as Markdown: text and tables below a heading of level 2. */
final class Section {
    private final List<String> parts = new ArrayList<>();

    /**
     * @param heading of the section
     * @param introduction what was done, in a few sentences
     */
    Section(String heading, String introduction) {
        parts.add(ResultsFile.HEADING + heading);
        parts.add(introduction);
    }

    Section add(TextTable table) {
        parts.add(table.text());
        return this;
    }

    String text() {
        return String.join("\n\n", parts) + "\n";
    }
}
