package org.blockspin.figures.internal.report.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.blockspin.figures.internal.report.graph.Rows.Link;

/**
 * Where everything stands from left to right. Rows are sorted by the mean position of what their members are linked to,
 * downwards and upwards in turn, and the order with the fewest crossings wins (Sugiyama, Tagawa and Toda 1981).
 */
final class Layout {
    static final double BOX_WIDTH = 208;
    private static final double PASSING_WIDTH = 6;
    private static final double GAP = 26;
    private static final int ROUNDS = 12;

    /** Keeps rows from drifting sideways one after the other: what is less than 1 is a pull to the middle of the page. */
    private static final double PULL = 0.85;

    private final List<List<Node>> rows = new ArrayList<>();
    private final List<Link> links;
    private final Map<Node, Double> middles = new HashMap<>();

    Layout(Rows steps) {
        this.links = steps.links();
        steps.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        rows.forEach(row -> place(row, row.stream().mapToDouble(node -> 0).toArray()));
        List<List<Node>> best = copy();
        long fewest = crossings();
        for (int round = 0; round < ROUNDS && fewest > 0; round++) {
            sweep(round % 2 == 0, true);
            if (crossings() < fewest) {
                fewest = crossings();
                best = copy();
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, best.get(i));
            place(rows.get(i), wishes(rows.get(i)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            sweep(round % 2 == 1, false);
        }
    }

    /** The members of each row from left to right. */
    List<List<Node>> rows() {
        return rows;
    }

    /** The horizontal middle of a node. */
    double middle(Node node) {
        return middles.getOrDefault(node, 0.0);
    }

    static double width(Node node) {
        return node.passing() ? PASSING_WIDTH : BOX_WIDTH;
    }

    private List<List<Node>> copy() {
        List<List<Node>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private void sweep(boolean downwards, boolean sort) {
        for (int i = 0; i < rows.size(); i++) {
            List<Node> row = rows.get(downwards ? i : rows.size() - 1 - i);
            if (sort) {
                row.sort(Comparator.comparingDouble(this::wish));
            }
            place(row, wishes(row));
        }
    }

    private double[] wishes(List<Node> row) {
        return row.stream().mapToDouble(this::wish).toArray();
    }

    /** Near the middle of what a node is linked to, or where it is. */
    private double wish(Node node) {
        OptionalDouble mean = links.stream()
                .filter(link -> link.from().equals(node) || link.to().equals(node))
                .mapToDouble(link -> middle(link.from().equals(node) ? link.to() : link.from()))
                .average();
        return mean.isPresent() ? PULL * mean.getAsDouble() : middle(node);
    }

    private void place(List<Node> row, double[] wishes) {
        double[] distances = new double[wishes.length];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = (width(row.get(i - 1)) + width(row.get(i))) / 2 + GAP;
        }
        double[] positions = Spacing.place(wishes, distances);
        for (int i = 0; i < positions.length; i++) {
            middles.put(row.get(i), positions[i]);
        }
    }

    /** How many pairs of links between neighbouring rows cross. */
    private long crossings() {
        long crossings = 0;
        for (Link one : links) {
            for (Link other : links) {
                if (one.from().row() == other.from().row()
                        && middle(one.from()) < middle(other.from())
                        && middle(one.to()) > middle(other.to())) {
                    crossings++;
                }
            }
        }
        return crossings;
    }
}
