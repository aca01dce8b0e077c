package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes models of one kind, for instance {@code ising}, with as many bond types as the lattice has. */
@ConsumerType
public interface ModelKind<P extends Record> extends Plugin<P, Lattice, Model> {}
