package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every plugin implements, by way of one of the kinds: {@link LatticeKind}, {@link ModelKind}, {@link Sampler},
 * {@link CoarseGrainer}, {@link SuperResolver}, {@link ResolverCompiler}, {@link Observable}, {@link Fit},
 * {@link Figure}, {@link TemperatureMap}.
 *
 * <p>A plugin is a stateless, thread-safe Declarative Services component with a {@link Kind} annotation. It holds no
 * state of a run: what {@link #create} returns does the work and holds the state.
 *
 * @param <P> the record that declares the parameters
 * @param <C> what the engine knows when it calls: the context
 * @param <W> the worker
 */
@ConsumerType
public interface Plugin<P extends Record, C, W> {
    /**
     * Checks everything and computes nothing: planning calls it for every step before any step runs, so that all
     * mistakes are found at once. While planning, a temperature that only data will tell is a provisional positive
     * value, and {@code create} is called again with the final context before the worker is used: do not let validity
     * hinge on its exact value.
     *
     * @throws InvalidParameterException if the parameters are not valid, or do not fit the context
     */
    W create(P parameters, C context);

    /** The context of a plugin that needs none. */
    enum NoContext {
        NONE
    }

    /** The parameters of a plugin that has none. */
    record NoParameters() {}
}
