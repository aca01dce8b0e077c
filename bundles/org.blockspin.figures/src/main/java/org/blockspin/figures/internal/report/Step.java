package org.blockspin.figures.internal.report;

import java.util.List;

/**
 * A step of the pipeline that was run.
 *
 * @param kind {@code sample}, {@code train}, {@code figure} and so on
 * @param parameters all of them, defaults spelled out
 * @param inputs names of the steps that it uses
 * @param members number of its products: one for every temperature, repeat and doubling
 */
record Step(String name, String kind, Json parameters, List<String> inputs, int members) {
    Step {
        inputs = List.copyOf(inputs);
    }
}
