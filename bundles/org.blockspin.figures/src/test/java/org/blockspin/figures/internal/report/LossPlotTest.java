package org.blockspin.figures.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.blockspin.figures.internal.report.Losses.Curve;
import org.blockspin.figures.internal.report.Losses.Epoch;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LossPlotTest {
    private static Document draw(Losses... steps) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(LossPlot.svg(List.of(steps))));
    }

    private static Curve curve(double... losses) {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            epochs.add(new Epoch(i + 1, losses[i], losses[i] / 2));
        }
        return new Curve("loss.csv", "0", epochs);
    }

    private static List<Element> elements(Document svg, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void everyTrainingHasASolidLineAndADashedOne() throws Exception {
        Document svg = draw(new Losses("network", List.of(curve(0.5, 0.3, 0.2), curve(0.6, 0.3, 0.2))));
        List<Element> lines = elements(svg, "polyline");
        assertThat(lines).hasSize(4);
        assertThat(lines.stream()
                        .filter(line -> !line.getAttribute("stroke-dasharray").isEmpty()))
                .hasSize(2);
        assertThat(texts(svg))
                .contains("network", "epoch", "loss", "1", "2", "3")
                .doesNotContain("1.5");
    }

    @Test
    void lossesOfManyOrdersHaveALogarithmicAxis() throws Exception {
        assertThat(texts(draw(new Losses("a", List.of(curve(100, 1, 0.01)))))).contains("100", "1", "0.01");
        assertThat(texts(draw(new Losses("a", List.of(curve(1, 0.9, 0.8)))))).contains("0.4", "0.6", "0.8");
    }

    @Test
    void divergedTrainingAndOneOfOneEpochAreNoLines() throws Exception {
        Document svg = draw(
                new Losses("diverged", List.of(curve(Double.NaN, Double.POSITIVE_INFINITY))),
                new Losses("short", List.of(curve(0.5))));
        assertThat(elements(svg, "polyline")).isEmpty();
        assertThat(texts(svg))
                .containsOnlyOnce("(a)  diverged")
                .filteredOn("no curve"::equals)
                .hasSize(2);
    }
}
