package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service with which a bundle says how it is doing, for {@code doctor} and the record of a run: which kernels it uses,
 * which native library it finds.
 */
@ConsumerType
public interface Diagnostic {
    /**
     * What was found.
     *
     * @param healthy false if the bundle cannot do its work here
     * @param text one line for the user, for instance versions and devices, or what is missing
     */
    record Finding(boolean healthy, String text) {}

    /** What it is about, in a word or two. */
    String subject();

    /** Looks; may be slow, and may load natives. Throws nothing. */
    Finding examine();
}
