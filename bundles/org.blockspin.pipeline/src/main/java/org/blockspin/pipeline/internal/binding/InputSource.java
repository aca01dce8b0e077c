package org.blockspin.pipeline.internal.binding;

import org.blockspin.pipeline.internal.json.Node;

/** Knows what the steps that inputs name have produced, or will. */
@FunctionalInterface
public interface InputSource {
    /**
     * The product of a step.
     *
     * @param node the input, where it stands
     * @param step the name in it
     * @param product what it must be
     */
    Object product(Node node, String step, Class<?> product);
}
