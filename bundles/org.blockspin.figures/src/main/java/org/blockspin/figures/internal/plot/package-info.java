/**
 * Pages of panels: axes, points, lines, bars and steps, or rasters, drawn as pixels or vectors. Knows nothing of physics but where
 * configurations came from, so that the same origin looks the same in every figure.
 */
package org.blockspin.figures.internal.plot;
