/** Exact results for finite Ising lattices, as reference curves in figures. */
package org.blockspin.figures.internal.exact;
