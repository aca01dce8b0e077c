package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service with which a bundle says how it is doing, for {@code doctor}: which kernels it would use, which native
 * library it finds. May be slow, and may load natives.
 */
@ConsumerType
public interface Diagnostic {
    /** What it is about, in a word or two. */
    String subject();

    /** One line for the user, for instance versions and devices. Throws nothing: what fails is said in the line. */
    String report();
}
