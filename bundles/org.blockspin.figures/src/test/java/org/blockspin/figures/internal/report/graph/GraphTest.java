package org.blockspin.figures.internal.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.blockspin.figures.internal.plot.SvgCanvas;
import org.blockspin.figures.internal.report.graph.Rows.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
    private static Caption step(String name, String... inputs) {
        return new Caption(name, "sample", List.of(inputs), List.of("square 16×16", "configurations 20000"));
    }

    private static List<Caption> quickStart() {
        return List.of(
                step("simulated"),
                step("decimated", "simulated"),
                step("network", "decimated", "simulated"),
                step("seeds"),
                step("larger", "seeds", "network"),
                step("measured", "seeds", "larger"),
                step("exponents", "measured"),
                step("scaling", "measured", "exponents"));
    }

    /** Each step uses up to three earlier ones, near ones more often. */
    private static List<Caption> random(int steps, long seed) {
        Random random = new Random(seed);
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            List<String> inputs = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0 && i > 0; k--) {
                String input = "step-" + (i - 1 - random.nextInt(random.nextInt(i) + 1));
                if (!inputs.contains(input)) {
                    inputs.add(input);
                }
            }
            captions.add(step("step-" + i, inputs.toArray(String[]::new)));
        }
        return captions;
    }

    private static List<Node> boxes(Graph graph) {
        return graph.layout().rows().stream()
                .flatMap(List::stream)
                .filter(node -> !node.passing())
                .toList();
    }

    /** What any graph must be: every step once, nothing on top of anything, arrows downwards and beside the boxes. */
    private static void require(List<Caption> captions) {
        Graph graph = new Graph(captions);
        List<Node> boxes = boxes(graph);
        assertThat(boxes)
                .extracting(Node::step)
                .containsExactlyInAnyOrderElementsOf(
                        captions.stream().map(Caption::name).toList());
        for (List<Node> row : graph.layout().rows()) {
            assertThat(row.stream().filter(node -> !node.passing()).count()).isLessThanOrEqualTo(Rows.MOST_BOXES);
            for (int i = 1; i < row.size(); i++) {
                assertThat(graph.box(row.get(i - 1))[2]).isLessThan(graph.box(row.get(i))[0]);
            }
        }
        for (Node one : boxes) {
            double[] box = graph.box(one);
            assertThat(box[0]).isNotNegative();
            assertThat(box[2]).isLessThanOrEqualTo(graph.width());
            assertThat(box[3]).isLessThanOrEqualTo(graph.height());
            assertThat(boxes)
                    .as("what covers " + one)
                    .noneMatch(other -> !other.equals(one) && overlap(box, graph.box(other)));
        }
        for (Link link : graph.links()) {
            assertThat(boxes)
                    .as("what " + link + " crosses")
                    .noneMatch(box -> crosses(graph.path(link), graph.box(box)));
        }
        requireEveryArrow(captions, graph);
    }

    private static boolean overlap(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }

    private static boolean crosses(double[][] path, double[] box) {
        return Stream.of(path)
                .anyMatch(point -> point[0] > box[0] && point[0] < box[2] && point[1] > box[1] && point[1] < box[3]);
    }

    private static void requireEveryArrow(List<Caption> captions, Graph graph) {
        List<String> wanted = new ArrayList<>();
        captions.forEach(caption -> caption.inputs().forEach(input -> wanted.add(input + " to " + caption.name())));
        List<String> found = new ArrayList<>();
        for (Link link : graph.links()) {
            assertThat(link.to().row()).isEqualTo(link.from().row() + 1);
            if (link.to().passing()) {
                assertThat(link.to().step())
                        .as("a line stays that of one step")
                        .isEqualTo(link.from().step());
            } else {
                found.add(link.from().step() + " to " + link.to().step());
            }
            if (link.from().passing()) {
                assertThat(graph.links()).as("a line begins at a step").anyMatch(other -> other.to()
                        .equals(link.from()));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void usualPipelineIsLaidOut() {
        require(quickStart());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 15, 30})
    void anyPipelineIsLaidOut(int steps) {
        for (long seed = 0; seed < 10; seed++) {
            require(random(steps, seed));
        }
    }

    @Test
    void manyFiguresOfOneStepFillSeveralRows() throws IOException {
        List<Caption> captions = new ArrayList<>(List.of(step("measured")));
        for (int i = 0; i < 29; i++) {
            captions.add(step("figure-" + i, "measured"));
        }
        require(captions);
        assertThat(new Graph(captions).width()).isLessThan(1100);
        keep(captions, "graph-wide");
    }

    @Test
    void chainHasNoBends() {
        Graph graph = new Graph(List.of(step("a"), step("b", "a"), step("c", "b")));
        assertThat(boxes(graph))
                .extracting(node -> graph.box(node)[0])
                .containsOnly(graph.box(boxes(graph).get(0))[0]);
    }

    @Test
    void crossedOrderIsUntangled() {
        Graph graph = new Graph(List.of(
                step("a"), step("b"), step("c"), step("from-c", "c"), step("from-b", "b"), step("from-a", "a")));
        assertThat(graph.layout().rows().get(0)).hasSize(3);
        for (Link link : graph.links()) {
            assertThat(graph.box(link.from())[0]).isEqualTo(graph.box(link.to())[0]);
        }
    }

    @Test
    void sourceStandsNextToItsFirstUse() {
        Node seeds = boxes(new Graph(quickStart())).stream()
                .filter(node -> node.step().equals("seeds"))
                .findFirst()
                .orElseThrow();
        assertThat(seeds.row()).isEqualTo(2);
    }

    @Test
    void sameStepsGiveTheSameBytes() throws IOException {
        assertThat(svg(random(30, 5))).isEqualTo(svg(random(30, 5)));
        keep(random(30, 5), "graph");
    }

    /** Leaves the file in target/figures, to be looked at. */
    private static void keep(List<Caption> captions, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "figures")).resolve(name + ".svg"), svg(captions));
    }

    private static byte[] svg(List<Caption> captions) {
        Graph graph = new Graph(captions);
        SvgCanvas canvas = new SvgCanvas(graph.width(), graph.height());
        graph.draw(canvas);
        return canvas.finish();
    }
}
