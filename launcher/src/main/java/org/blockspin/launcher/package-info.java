/**
 * The small main that boots Felix from the feature files, starts every bundle, and hands the command line over to the
 * console; and, while it runs, installs, replaces and removes plugin jars. It knows no bundle by name: what is installed
 * is data (features/*.json), and the contract with the bundles is made of JDK types and of the package
 * org.blockspin.plugins, so that nothing else of the launcher's class path is seen by a bundle.
 */
package org.blockspin.launcher;
