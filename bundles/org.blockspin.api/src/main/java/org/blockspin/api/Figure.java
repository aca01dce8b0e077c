package org.blockspin.api;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Draws results, or configurations, or both. A pipeline may name any of these steps together; a figure that cannot draw
 * what {@link Available} holds refuses it when it is created, by an {@link InvalidParameterException} for {@code "from"}.
 */
@ConsumerType
public interface Figure<P extends Record> extends Plugin<P, Figure.Available, Figure.Drawing> {
    /**
     * What will be there to draw.
     *
     * @param quantities the names of all quantities of the observe and fit steps that the figure is drawn from; empty if
     *     there are no such steps
     * @param ensembles the ensembles of the steps that make configurations, step by step in the order of the pipeline's
     *     {@code "from"}, and those of one step in the order in which it makes them (temperatures, repeats, levels of a
     *     chain); empty if there are no such steps
     */
    record Available(Set<String> quantities, List<Source> ensembles) {
        public Available {
            quantities = Set.copyOf(quantities);
            ensembles = List.copyOf(ensembles);
        }
    }

    /**
     * An ensemble to draw. Model, lattice, temperature and depth are known while planning; its blocks are there to be read
     * by {@link Drawing#draw}, and not in {@link Plugin#create}.
     *
     * @param step name of the step that makes it
     * @param repeat number of the repeat that it comes from, from 0, where a step before it was repeated
     * @param level how often the step itself has super-resolved it, from 1, where the step is a super-resolve step
     * @param ensemble the ensemble
     */
    record Source(String step, OptionalInt repeat, OptionalInt level, Ensemble ensemble) {}

    /** Where a drawing puts its files. */
    @ProviderType
    @FunctionalInterface
    interface Output {
        /** Stores one file of the figure: {@code png}, {@code svg}, or {@code csv} with the data behind it. */
        void write(String extension, byte[] content) throws IOException;
    }

    /** Draws. Used by one thread at a time. */
    @ConsumerType
    interface Drawing {
        /**
         * Draws as PNG, as SVG, and writes the numbers shown as CSV; the same rows and configurations give the same bytes.
         *
         * @param results the rows of the observe and fit steps
         */
        void draw(List<Result> results, Output output) throws IOException;
    }
}
