package org.blockspin.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ConsumerType;

/** Learns to undo a coarse-graining: configurations of a coarse lattice to configurations of a finer one. */
@ConsumerType
public interface SuperResolver<P extends Record> extends Plugin<P, SuperResolver.Task, SuperResolver.Trainer> {
    /**
     * What is to be learnt.
     *
     * @param model the model on both lattices
     * @param coarse lattice of the inputs
     * @param fine lattice of the targets
     * @param rule the rule that took the targets to the inputs, where there was one
     * @param temperature temperature of the targets
     * @param depth of the targets, see {@link Ensemble#depth()}: at 0 they follow the model's Boltzmann distribution
     */
    record Task(
            Model model,
            Lattice coarse,
            Lattice fine,
            Optional<BlockRule> rule,
            OptionalDouble temperature,
            int depth) {}

    /**
     * Pairs to learn from: configuration i of {@code coarse} is the input of configuration i of {@code fine}. Both have
     * one root and one count.
     */
    record Pairs(Ensemble coarse, Ensemble fine) {}

    /** Trains or loads. Used by one thread at a time. */
    @ConsumerType
    interface Trainer {
        /**
         * The finer lattice to which the trained resolver will take configurations of a coarse one, which need not have
         * the size of the training data.
         *
         * @throws InvalidParameterException if this coarse lattice cannot be resolved
         */
        Lattice fine(Lattice coarse);

        /** Trains from scratch; all randomness comes from {@code random}, so that the same stream gives the same bits. */
        TrainedResolver train(Pairs pairs, RandomStream random, Progress progress);

        /** Loads what {@link TrainedResolver#save} wrote; the result resolves to the same bits. */
        TrainedResolver load(Path folder) throws IOException;
    }
}
