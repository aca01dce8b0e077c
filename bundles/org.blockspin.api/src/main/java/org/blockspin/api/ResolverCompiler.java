package org.blockspin.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a trained resolver into a faster one of the same distribution. Trains nothing. */
@ConsumerType
public interface ResolverCompiler<P extends Record> extends Plugin<P, Plugin.NoContext, ResolverCompiler.Compiler> {
    /** Compiles. Thread-safe. */
    @ConsumerType
    interface Compiler {
        /**
         * A faster resolver, or empty where this compiler does not apply and the trained one is to be used as it is.
         * The result does not close the trained one, and may still need it.
         */
        Optional<TrainedResolver> compile(TrainedResolver trained, Progress progress);
    }
}
