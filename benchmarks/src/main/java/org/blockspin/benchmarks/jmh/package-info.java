/** The hot paths under JMH: what a change to one of them does to it. An operation is a block of 512 configurations. */
package org.blockspin.benchmarks.jmh;
