/**
 * The report of a run: one page of HTML without scripts and without anything outside of it, made from the files in the
 * run's folder alone.
 */
package org.blockspin.figures.internal.report;
