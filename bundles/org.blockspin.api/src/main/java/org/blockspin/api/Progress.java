package org.blockspin.api;

import java.util.concurrent.CancellationException;
import org.osgi.annotation.versioning.ProviderType;

/** How a long call says how far it is, and learns that nobody wants its result any more. */
@ProviderType
public interface Progress {
    /** Reports the fraction done, from 0 to 1; cheap enough to be called a few times a second. */
    void report(double fraction);

    /** Says in a few words where things are, as in {@code epoch 12, loss 0.2451}; may be called as often. */
    default void say(String state) {}

    /**
     * Throws where the run was cancelled. Call it at least every few hundred milliseconds.
     *
     * @throws CancellationException if the run was cancelled; let it pass through
     */
    void checkCancelled();

    /** A progress that nobody watches and nobody cancels. */
    static Progress none() {
        return new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {}
        };
    }
}
