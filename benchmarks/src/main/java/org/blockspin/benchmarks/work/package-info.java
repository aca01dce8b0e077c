/**
 * What is timed: programs on the plugins, made and called as by a user's program. {@link
 * org.blockspin.benchmarks.work.Worker} does one kind of work in a process of its own.
 */
package org.blockspin.benchmarks.work;
