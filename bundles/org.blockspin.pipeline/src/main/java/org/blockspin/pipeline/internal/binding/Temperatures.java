package org.blockspin.pipeline.internal.binding;

import java.util.List;
import java.util.OptionalDouble;
import org.blockspin.pipeline.internal.json.Node;

/**
 * The temperature of a sample step: one or, swept, several.
 *
 * @param node where it stands
 * @param values in units of J / k_B; empty stands for the critical temperature
 * @param swept whether it was written as a list or a linspace
 */
public record Temperatures(Node node, List<OptionalDouble> values, boolean swept) {
    /** The word for the critical temperature. */
    public static final String CRITICAL = "critical";

    public Temperatures {
        values = List.copyOf(values);
    }
}
