package org.blockspin.pipeline;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A pipeline without mistakes, ready to run once. */
@ProviderType
public interface Plan {
    /** The pipeline's name. */
    String name();

    /** One line a step, in the order in which they run: name, kind, and what it makes. */
    List<String> summary();

    /** Everything resolved, and what a run would do and need. */
    Explanation explanation();
}
