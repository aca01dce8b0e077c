package org.blockspin.figures.internal.report.graph;

/**
 * What stands in a row of the graph: the box of a step, or the place where the line that leaves a step passes a row.
 *
 * @param step the step, or the one that the line leaves
 * @param row from 0, downwards
 * @param passing whether it is a line that passes
 */
record Node(String step, int row, boolean passing) {}
