/** A pipeline as a picture: its steps in rows of boxes, and arrows from each step to those that use it. */
package org.blockspin.figures.internal.report.graph;
