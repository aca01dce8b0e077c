package org.blockspin.pipeline;

import java.util.List;

/**
 * An installed plugin, or a step of pipelines.
 *
 * @param kind for instance {@code sampler}
 * @param name the value of {@code "kind"} in a pipeline
 * @param description one sentence
 * @param bundle symbolic name and version of the bundle that brings it
 */
public record CatalogueEntry(String kind, String name, String description, String bundle) {
    /** The kind of what is no plugin: a step of a pipeline. */
    public static final String STEP = "step";

    /**
     * A parameter of a plugin.
     *
     * @param name key in the JSON
     * @param type in words
     * @param defaultValue as it would stand in the JSON, {@code "-"} for a required one
     * @param range valid values in words, or empty
     * @param unit of the number or numbers, or empty
     * @param example a value as it would stand in the JSON, or empty
     * @param description one phrase
     */
    public record Parameter(
            String name,
            String type,
            String defaultValue,
            String range,
            String unit,
            String example,
            String description) {}

    /** A plugin with its parameters. */
    public record Details(CatalogueEntry entry, List<Parameter> parameters) {
        public Details {
            parameters = List.copyOf(parameters);
        }
    }
}
