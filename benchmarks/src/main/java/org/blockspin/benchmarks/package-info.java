/** Runs this code and the alternatives on the same work, in turns, and prints how they compare. */
package org.blockspin.benchmarks;
