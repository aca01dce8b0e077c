package org.blockspin.plugins;

import java.util.List;

/**
 * What was found in a bundle.
 *
 * @param contributions what it brings, each in a few words, as in {@code sampler "heat-bath"}
 * @param problems why no run may have it, one sentence each
 * @param warnings what whoever installs it should know, one sentence each
 */
public record Inspection(List<String> contributions, List<String> problems, List<String> warnings) {
    public Inspection {
        contributions = List.copyOf(contributions);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
