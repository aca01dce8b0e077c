package org.blockspin.plugins;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/** Service that looks at a bundle that has started, before any run gets its plugins. Thread-safe. */
@ConsumerType
public interface Inspector {
    /** Creates every plugin of the bundle once, so that one that cannot be created is found now. */
    Inspection inspect(Bundle bundle);
}
