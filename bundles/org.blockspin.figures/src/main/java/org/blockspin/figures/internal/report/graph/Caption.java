package org.blockspin.figures.internal.report.graph;

import java.util.List;

/**
 * What is written into a box.
 *
 * @param name of the step
 * @param kind of the step
 * @param inputs the steps that it uses
 * @param phrases its parameters, the important first
 */
public record Caption(String name, String kind, List<String> inputs, List<String> phrases) {
    public Caption {
        inputs = List.copyOf(inputs);
        phrases = List.copyOf(phrases);
    }
}
