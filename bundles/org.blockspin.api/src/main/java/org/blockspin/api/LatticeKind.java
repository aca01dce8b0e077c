package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes lattices of one kind, for instance {@code square}. Its parameters should have a component
 * {@code List<Integer> size}: the extents in cells.
 */
@ConsumerType
public interface LatticeKind<P extends Record> extends Plugin<P, Plugin.NoContext, Lattice> {}
