package org.blockspin.figures.internal;

import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;

/** Checks which kinds of steps a figure is drawn from: one that would be left out without a word is refused. */
final class Inputs {
    private static final String FROM = "from";

    private Inputs() {}

    /**
     * Requires steps that make results and no others.
     *
     * @throws InvalidParameterException if there are ensembles
     */
    static void requireResults(Available available) {
        available.ensembles().stream().findFirst().ifPresent(source -> {
            throw new InvalidParameterException(
                    FROM,
                    "observe and fit steps, whose results are drawn",
                    "\"" + source.step() + "\", which makes configurations");
        });
    }

    /**
     * Requires steps that make configurations and no others.
     *
     * @throws InvalidParameterException if there are quantities, or no ensembles
     */
    static void requireConfigurations(Available available) {
        if (!available.quantities().isEmpty() || available.ensembles().isEmpty()) {
            throw new InvalidParameterException(
                    FROM,
                    "sample, coarse-grain and super-resolve steps, whose configurations are drawn",
                    available.ensembles().isEmpty() ? "steps that make results" : "also a step that makes results");
        }
    }
}
