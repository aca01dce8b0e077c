package org.blockspin.api;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A parameter that names another step of the pipeline, whose product the plugin uses. The step that holds the plugin
 * then depends on the named one. Equal by the name of the step.
 *
 * @param <T> what the named step must produce: {@link Ensemble} or {@link TrainedResolver}
 */
public final class Input<T> {
    private final String step;
    private final Supplier<T> value;

    /**
     * @param step name of the step
     * @param value yields its product once the step has run
     */
    public Input(String step, Supplier<T> value) {
        this.step = Objects.requireNonNull(step);
        this.value = Objects.requireNonNull(value);
    }

    /** Name of the step. */
    public String step() {
        return step;
    }

    /**
     * The one product of the step that belongs to whoever asks: where the step was swept or repeated, the product of the
     * same temperature and repeat. An ensemble is a recipe and known while planning; a trained resolver is not, so ask for
     * it when work is done and not in {@link Plugin#create}.
     *
     * @throws IllegalStateException if the step has not run yet, or several of its products belong to whoever asks
     */
    public T value() {
        return value.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Input<?> that && step.equals(that.step);
    }

    @Override
    public int hashCode() {
        return step.hashCode();
    }

    @Override
    public String toString() {
        return step;
    }
}
