package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.figures.internal.plot.SvgCanvas;
import org.blockspin.figures.internal.report.graph.Caption;
import org.blockspin.figures.internal.report.graph.Graph;

/** The pipeline as a graph, and the same as a table; what it includes by itself. */
final class PipelineSection implements Section {
    @Override
    public String id() {
        return "pipeline";
    }

    @Override
    public String title() {
        return "Pipeline";
    }

    @Override
    public boolean isThere(Run run) {
        return !run.steps().isEmpty();
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        for (Map.Entry<String, List<Step>> group : Run.byGroup(run.steps()).entrySet()) {
            if (!group.getKey().isEmpty()) {
                html.element("h3", group.getKey());
            }
            write(group.getValue(), html);
        }
    }

    private static void write(List<Step> steps, Html html) throws IOException {
        List<String> names = steps.stream().map(Step::localName).toList();
        Map<Step, List<String>> words = new LinkedHashMap<>();
        List<Caption> captions = new ArrayList<>();
        for (Step step : steps) {
            words.put(step, Words.of(step));
            List<String> inputs =
                    step.localInputs().stream().filter(names::contains).toList();
            captions.add(new Caption(step.localName(), step.kind(), inputs, Words.of(step)));
        }
        html.open("figure");
        Picture.addSvg(
                html,
                svg(captions),
                "The steps of the pipeline, with arrows to those that use them; the table below says the same.");
        html.element("figcaption", "Arrows lead from a step to those that use what it makes.");
        html.close().open("details").element("summary", "the steps as a table");
        new Table<Map.Entry<Step, List<String>>>()
                .text("step", entry -> entry.getKey().localName())
                .text("kind", entry -> entry.getKey().kind())
                .prose("uses", entry -> String.join(", ", entry.getKey().localInputs()))
                .prose("parameters", entry -> String.join("; ", entry.getValue()))
                .number("products", entry -> Numbers.count(entry.getKey().members()))
                .write(html, List.copyOf(words.entrySet()));
        html.close();
    }

    private static byte[] svg(List<Caption> captions) {
        Graph graph = new Graph(captions);
        SvgCanvas canvas = new SvgCanvas(graph.width(), graph.height());
        graph.draw(canvas);
        return canvas.finish();
    }
}
