/**
 * Statistics of correlated data, and the random streams that everything in a run draws from: binning, jackknife,
 * autocorrelation times, weighted regression, collapse of curves. A library: the engine and plugins call it, nobody
 * implements it.
 */
@Export
@Version("1.2.0")
package org.blockspin.statistics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
