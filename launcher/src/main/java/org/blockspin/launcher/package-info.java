/**
 * The small main that boots Felix from the feature files, starts every bundle, and hands the command line over to the
 * console. It knows no bundle by name: what is installed is data (features/*.json), and the contract with the console
 * is made of JDK types alone, so that nothing of the launcher's class path is seen by a bundle.
 */
package org.blockspin.launcher;
