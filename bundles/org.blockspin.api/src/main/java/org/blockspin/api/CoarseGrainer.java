package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A real-space renormalization-group rule: blocks of fine sites become coarse sites. */
@ConsumerType
public interface CoarseGrainer<P extends Record> extends Plugin<P, CoarseGrainer.Fine, BlockRule> {
    /** What is to be coarse-grained. */
    record Fine(Model model, Lattice lattice) {}
}
