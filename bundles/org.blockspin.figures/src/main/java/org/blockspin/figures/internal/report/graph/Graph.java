package org.blockspin.figures.internal.report.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.blockspin.figures.internal.plot.Canvas;
import org.blockspin.figures.internal.plot.Canvas.Anchor;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.blockspin.figures.internal.report.graph.Rows.Link;

/** A pipeline as boxes in rows, joined by arrows that run downwards between the rows and beside the boxes. */
public final class Graph {
    private static final Pen OUTLINE = Pen.solid("#333333", 1);
    private static final Pen ARROW = Pen.solid("#555555", 1.3);
    private static final String ARROW_HEAD = "#555555";
    private static final double MARGIN = 6;
    private static final double BETWEEN_ROWS = 44;
    private static final double NAME_SIZE = 14;
    private static final double SMALL = 11;
    private static final double LINE = 14;
    private static final double HEAD = 42;
    private static final double PORTS = 30;
    private static final int PIECES = 16;

    private final Map<String, Caption> captions = new LinkedHashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final List<Link> links;
    private final Layout layout;
    private final double left;
    private final double width;
    private final double[] tops;

    /** @param captions the steps in the order of the pipeline; their inputs are among them, and none depends on itself */
    public Graph(List<Caption> captions) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (Caption caption : captions) {
            this.captions.put(caption.name(), caption);
            inputs.put(caption.name(), caption.inputs());
            lines.put(caption.name(), Wrapping.lines(caption.phrases(), Layout.BOX_WIDTH - 16, SMALL));
        }
        Rows rows = new Rows(inputs);
        links = rows.links();
        layout = new Layout(rows);
        left = nodes().mapToDouble(node -> layout.middle(node) - Layout.width(node) / 2)
                .min()
                .orElse(0);
        width = nodes().mapToDouble(node -> layout.middle(node) + Layout.width(node) / 2)
                        .max()
                        .orElse(0)
                - left;
        tops = tops();
    }

    /** Where the rows begin, each as high as its highest box, and where one more would. */
    private double[] tops() {
        double[] all = new double[layout.rows().size() + 1];
        all[0] = MARGIN;
        for (int row = 0; row < all.length - 1; row++) {
            int most = layout.rows().get(row).stream()
                    .filter(node -> !node.passing())
                    .mapToInt(node -> text(node).size())
                    .max()
                    .orElse(0);
            all[row + 1] = all[row] + HEAD + LINE * most + BETWEEN_ROWS;
        }
        return all;
    }

    private List<String> text(Node node) {
        return lines.getOrDefault(node.step(), List.of());
    }

    private Stream<Node> nodes() {
        return layout.rows().stream().flatMap(List::stream);
    }

    public int width() {
        return (int) Math.ceil(width + 2 * MARGIN);
    }

    public int height() {
        return (int) Math.ceil(tops[tops.length - 1] - BETWEEN_ROWS + MARGIN);
    }

    /** Where a box stands on the page: left, top, right, bottom. */
    double[] box(Node node) {
        double middle = middle(node);
        double half = Layout.width(node) / 2;
        return new double[] {middle - half, top(node), middle + half, bottom(node)};
    }

    private double middle(Node node) {
        return layout.middle(node) - left + MARGIN;
    }

    private double top(Node node) {
        return tops[node.row()];
    }

    private double bottom(Node node) {
        return tops[node.row() + 1] - BETWEEN_ROWS;
    }

    Layout layout() {
        return layout;
    }

    List<Link> links() {
        return links;
    }

    public void draw(Canvas canvas) {
        nodes().filter(Node::passing).forEach(node -> {
            double x = middle(node);
            canvas.line(x, top(node), x, bottom(node), ARROW);
        });
        for (Link link : links) {
            double[][] path = path(link);
            canvas.polyline(path, ARROW);
            if (!link.to().passing()) {
                drawHead(canvas, path[PIECES]);
            }
        }
        nodes().filter(node -> !node.passing()).forEach(node -> drawBox(canvas, node));
    }

    /** From the bottom of one row to the top of the next, upright at both ends. */
    double[][] path(Link link) {
        double fromX = middle(link.from());
        double fromY = bottom(link.from());
        double toX = middle(link.to()) + port(link);
        double toY = top(link.to());
        double[][] path = new double[PIECES + 1][];
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double blend = t * t * (3 - 2 * t);
            path[i] = new double[] {fromX + (toX - fromX) * blend, fromY + (toY - fromY) * t};
        }
        return path;
    }

    /** Arrows that end at one box end side by side, in the order in which they come. */
    private double port(Link link) {
        List<Link> ending = links.stream()
                .filter(other -> other.to().equals(link.to()))
                .sorted(Comparator.comparingDouble(other -> middle(other.from())))
                .toList();
        double distance = Math.min(PORTS, Layout.BOX_WIDTH / (ending.size() + 1));
        return distance * (ending.indexOf(link) - (ending.size() - 1) / 2.0);
    }

    private static void drawHead(Canvas canvas, double[] tip) {
        canvas.polygon(
                new double[][] {{tip[0], tip[1]}, {tip[0] - 4, tip[1] - 9}, {tip[0] + 4, tip[1] - 9}},
                ARROW_HEAD,
                Pen.solid(ARROW_HEAD, 0.5));
    }

    private void drawBox(Canvas canvas, Node node) {
        double[] box = box(node);
        double middle = middle(node);
        Caption caption = captions.getOrDefault(node.step(), new Caption(node.step(), "", List.of(), List.of()));
        canvas.polygon(
                new double[][] {{box[0], box[1]}, {box[2], box[1]}, {box[2], box[3]}, {box[0], box[3]}},
                fill(caption.kind()),
                OUTLINE);
        double size = Math.min(
                NAME_SIZE, 1.7 * (Layout.BOX_WIDTH - 12) / caption.name().length());
        canvas.text(middle, box[1] + 18, caption.name(), size, Anchor.MIDDLE);
        canvas.text(middle, box[1] + 33, caption.kind(), SMALL, Anchor.MIDDLE);
        List<String> text = text(node);
        for (int i = 0; i < text.size(); i++) {
            canvas.text(middle, box[1] + 48 + i * LINE, text.get(i), SMALL, Anchor.MIDDLE);
        }
    }

    /** Tints that are light in grey as well; the kind stands in the box. */
    private static String fill(String kind) {
        return switch (kind) {
            case "sample", "coarse-grain", "super-resolve", "map-temperature" -> "#e6f1f8";
            case "train" -> "#fbe8d8";
            case "observe", "fit" -> "#e2f3ec";
            default -> "#ffffff";
        };
    }
}
