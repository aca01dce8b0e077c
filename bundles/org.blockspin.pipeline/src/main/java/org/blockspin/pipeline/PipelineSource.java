package org.blockspin.pipeline;

import java.util.List;

/**
 * A pipeline as its author wrote it.
 *
 * @param file name to show in messages
 * @param text the JSON
 * @param settings replacements, each {@code path=value} as in {@code steps.seeds.sample.configurations=1000}
 */
public record PipelineSource(String file, String text, List<String> settings) {
    public PipelineSource {
        settings = List.copyOf(settings);
    }
}
