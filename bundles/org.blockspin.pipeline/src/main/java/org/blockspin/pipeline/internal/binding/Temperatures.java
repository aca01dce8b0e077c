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
    /** Beyond these, Boltzmann factors and the axes of figures leave the range of numbers. */
    private static final double LOWEST = 1e-9;

    private static final double HIGHEST = 1e9;

    /** The word for the critical temperature. */
    public static final String CRITICAL = "critical";

    public Temperatures {
        values = List.copyOf(values);
    }

    /** Whether this is a temperature from 1e-9 to 1e9. */
    public static boolean isInRange(double temperature) {
        return temperature >= LOWEST && temperature <= HIGHEST;
    }
}
