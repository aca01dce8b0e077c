package org.blockspin.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A trained super-resolver: takes configurations of any coarse size to configurations of the corresponding finer size.
 * Owned and closed by the run. Thread-safe.
 */
@ConsumerType
public interface TrainedResolver extends AutoCloseable {
    /**
     * The finer lattice that belongs to a coarse one.
     *
     * @throws InvalidParameterException if this coarse lattice cannot be resolved
     */
    Lattice fine(Lattice coarse);

    /** Draws, for every configuration of {@code coarse}, the configuration of the same number of {@code fine}. */
    void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress);

    /**
     * Writes everything that {@link SuperResolver.Trainer#load} needs into an existing, empty folder. A compiled
     * resolver writes what the one that it was compiled from needs.
     */
    void save(Path folder) throws IOException;

    @Override
    void close();

    /**
     * Another view of this resolver, asked for by type: {@link LocalConditional}, {@link Probabilities},
     * {@link LogLikelihood} or an interface that two plugins agree on.
     */
    default <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
