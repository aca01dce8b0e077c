/**
 * The vocabulary of Blockspin: what data are, what a plugin is, and how its parameters are declared.
 *
 * <p>Data ({@link org.blockspin.api.Lattice}, {@link org.blockspin.api.Model}, {@link org.blockspin.api.Configurations},
 * {@link org.blockspin.api.Estimate}) are final and equal by value. Plugins implement one of the interfaces that extend
 * {@link org.blockspin.api.Plugin} and are registered as Declarative Services; the engine provides
 * {@link org.blockspin.api.Ensemble}, {@link org.blockspin.api.RandomStream} and {@link org.blockspin.api.Progress}.
 * Nothing here assumes a dimension, a scale factor, a lattice, a number of states or independent sites.
 */
@Export
@Version("1.5.0")
package org.blockspin.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
