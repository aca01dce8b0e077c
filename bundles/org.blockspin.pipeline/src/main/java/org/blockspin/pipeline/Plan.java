package org.blockspin.pipeline;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A pipeline without mistakes, ready to run once. The plugins that it was planned with stay until it is closed. */
@ProviderType
public interface Plan extends AutoCloseable {
    /** The pipeline's name. */
    String name();

    /** One line a step, in the order in which they run: name, kind, and what it makes. */
    List<String> summary();

    /** Everything resolved, and what a run would do and need. */
    Explanation explanation();

    /** The bundles whose plugins it uses, each as symbolic name, version and the beginning of its content's hash. */
    List<String> plugins();

    /** Lets go of the plugins. A run does so when it ends. */
    @Override
    void close();
}
