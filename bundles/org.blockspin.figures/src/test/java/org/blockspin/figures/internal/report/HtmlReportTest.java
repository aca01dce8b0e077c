package org.blockspin.figures.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
    @TempDir
    private Path folder;

    private static String make(Path run) throws IOException {
        return new String(new HtmlReport().make(run), StandardCharsets.UTF_8);
    }

    /** The page, which must be well-formed. */
    private static Document page(Path run) throws Exception {
        byte[] bytes = make(run).replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document page, String element) {
        return elements(page, element).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document page, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = page.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The rows of all tables that begin with this text, their other cells. */
    private static List<List<String>> rows(Document page, String first) {
        return elements(page, "tr").stream()
                .map(row -> row.getChildNodes())
                .filter(cells -> cells.item(0).getTextContent().equals(first))
                .map(cells -> IntStream.range(1, cells.getLength())
                        .mapToObj(i -> cells.item(i).getTextContent())
                        .toList())
                .toList();
    }

    @Test
    void figuresNumbersGraphTrainingsAndProvenanceFollowEachOther() throws Exception {
        Document page = page(MadeUpRun.ofTheUsualKind(folder).write());
        assertThat(texts(page, "h1")).containsExactly("made-up");
        assertThat(texts(page, "h2")).containsExactly("Figures", "Numbers", "Pipeline", "Trainings", "Provenance");
        assertThat(texts(page, "h3")).as("fits come first").containsExactly("exponents", "measured");
        assertThat(texts(page, "text")).contains("drawn", "simulated", "log-log", "epoch", "loss");
    }

    @Test
    void repeatsAreOneLineWithTheirThreeErrors() throws Exception {
        Document page = page(MadeUpRun.ofTheUsualKind(folder).write());
        assertThat(rows(page, "\u03b2 beta"))
                .contains(List.of("0.1210(20)", "2 repeats", "0.000075", "0.0028(20)", "20\u202f000"));
        assertThat(rows(page, "e (J) energy"))
                .containsExactly(List.of(
                        "square 16\u2009\u00d7\u200916",
                        "\u22121",
                        "2.25",
                        "\u22121.4525(13)",
                        "jackknife",
                        "20\u202f000"));
        assertThat(texts(page, "summary")).contains("single repeats (2 values)");
    }

    @Test
    void trainingsAreDrawnAndListed() throws Exception {
        Document page = page(MadeUpRun.ofTheUsualKind(folder).write());
        assertThat(rows(page, "network")).contains(List.of("2", "0.3050(71)", "0.260(14)"));
        assertThat(texts(page, "td")).contains("repeat 1, temperature 2.5");
        assertThat(elements(page, "a").stream().map(link -> link.getAttribute("href")))
                .contains("models/network/1/loss.csv", "figures/picture.csv");
    }

    @Test
    void nothingOutsideOfThePageIsNeeded() throws Exception {
        String html = make(MadeUpRun.ofTheUsualKind(folder).write());
        assertThat(html)
                .doesNotContain("<script", "<link", "<iframe", "@import", "url(")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(html.replace("\"http://www.w3.org/1999/xhtml\"", "").replace("\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http");
    }

    @Test
    void styleIsNotEscaped() throws Exception {
        String html = make(MadeUpRun.ofTheUsualKind(folder).write());
        String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
        assertThat(style).contains("max-width").doesNotContain("&");
    }

    @Test
    void everyNameInThePageIsUnique() throws Exception {
        MadeUpRun run = MadeUpRun.ofTheUsualKind(folder)
                .step("other", "figure", "{\"kind\": \"mine\"}", 1, "measured")
                .file("figures/other.svg", MadeUpRun.svg("<path id=\"numbers\" d=\"M0 0\"/>"));
        Document page = page(run.write());
        List<String> names = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(names).containsExactlyInAnyOrder("figures", "numbers", "pipeline", "trainings", "provenance");
        assertThat(elements(page, "img")).hasSize(1);
    }

    @Test
    void whatIsSaidOfAFigureStandsBesideIt() throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder)
                .step("said", "figure", """
                        {"from": ["exponents"], "kind": "log-log", "statement": "It is < 1.", "remark": "It is not."}
                        """, 1, "exponents")
                .write();
        Document page = page(run);
        assertThat(texts(page, "p")).contains("It is < 1.", "It is not.", "The seed is 2019.");
        assertThat(texts(page, "figcaption")).contains("said. log-log; drawn from the steps exponents.");
        assertThat(texts(page, "summary")).contains("what it is made from");
    }

    @Test
    void comparisonsAreCountedFirst() throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder)
                .step("checked", "figure", "{\"from\": [\"measured\"], \"kind\": \"comparison\"}", 1, "measured")
                .file("figures/checked.csv", """
                        quantity,of,with,points,outcome,expected,as_expected
                        energy,grown,exact,3,agreement,agreement,yes
                        abs_m,grown,"exact, or so",3,difference,agreement,no
                        "P(m in [0,1))",grown,other,3,difference,difference,yes
                        """)
                .write();
        Document page = page(run);
        assertThat(texts(page, "h2")).first().isEqualTo("Agreement");
        assertThat(texts(page, "p")).anyMatch(text -> text.startsWith("2 of 3 comparisons came out as is said"));
        assertThat(texts(page, "td")).contains("energy of grown, P(m in [0,1)) of grown", "abs_m of grown");
    }

    @Test
    void whatIsIncludedHasItsOwnPartOfThePage() throws Exception {
        Path run = new MadeUpRun(folder)
                .step("part.simulated", "sample", "{\"configurations\": 7}", 1)
                .step("part.measured", "observe", "{\"from\": [\"simulated\"]}", 1, "part.simulated")
                .step("part.picture", "figure", "{\"from\": [\"measured\"], \"kind\": \"mine\"}", 1, "part.measured")
                .step("part", "sample", "{\"configurations\": 8}", 1)
                .step("all", "figure", "{\"from\": [\"part.measured\"], \"kind\": \"mine\"}", 1, "part.measured")
                .file("figures/part.picture.svg", MadeUpRun.svg("<text x=\"1\" y=\"9\">drawn</text>"))
                .write();
        Document page = page(run);
        assertThat(texts(page, "h3")).containsExactly("part", "part");
        assertThat(texts(page, "figcaption"))
                .contains(
                        "part.picture. mine; drawn from the steps measured. Files: svg",
                        "all. mine; drawn from the steps part.measured.");
        assertThat(texts(page, "td")).contains("configurations 7", "simulated");
    }

    @Test
    void missingPictureIsSaid() throws Exception {
        MadeUpRun run = MadeUpRun.ofTheUsualKind(folder);
        Path written = run.write();
        Files.delete(written.resolve("figures/picture.svg"));
        assertThat(texts(page(written), "p")).contains("There is no picture of this figure in the folder of the run.");
        Files.delete(written.resolve("figures/picture.csv"));
        Files.delete(written.resolve("figures"));
        assertThat(texts(page(written), "figcaption")).contains("picture. log-log; drawn from the steps exponents.");
    }

    @Test
    void pngIsShownWhereTheSvgIsNone() throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder)
                .file("figures/picture.svg", "<svg")
                .file("figures/picture.png", "not really")
                .write();
        assertThat(elements(page(run), "img")).singleElement().satisfies(image -> assertThat(image.getAttribute("src"))
                .isEqualTo("data:image/png;base64,bm90IHJlYWxseQ=="));
    }

    @Test
    void runWithoutTrainingsFiguresAndRowsHasAReport() throws Exception {
        Path run = new MadeUpRun(folder).step("alone", "sample", "{}", 1).write();
        assertThat(texts(page(run), "h2")).containsExactly("Pipeline", "Provenance");
    }

    @Test
    void trainingsThatLeftNoLossesAreSaid() throws Exception {
        Path run = new MadeUpRun(folder).step("network", "train", "{}", 3).write();
        assertThat(texts(page(run), "p")).contains("The trainings of network left no losses.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everyNameIsEscaped() throws Exception {
        String name = "a<b>&\"c\"'";
        Path run = new MadeUpRun(folder)
                .description("<b>&amp; \\u0001")
                .step(name, "train", "{\"resolver\": {\"kind\": \"<i>\"}}", 1)
                .step("f" + name, "figure", "{\"kind\": \"<i>\"}", 1, name)
                .row(name, "P(<&\")", "", "", 1, 0.1, "jackknife")
                .file("models/" + name + "/loss.csv", MadeUpRun.losses("1,1,,1", "2,0.5,,1"))
                .file("figures/f" + name + ".svg", MadeUpRun.svg("<text>&lt;&amp;</text>"))
                .write();
        Document page = page(run);
        assertThat(texts(page, "h3")).containsExactly(name);
        assertThat(texts(page, "header")).singleElement().satisfies(text -> assertThat(text)
                .contains("<b>&amp; \uFFFD"));
        assertThat(texts(page, "code")).contains("P(<&\")");
        assertThat(elements(page, "b")).isEmpty();
        assertThat(elements(page, "i")).isEmpty();
        assertThat(elements(page, "a").stream().map(link -> link.getAttribute("href")))
                .contains("figures/fa%3Cb%3E&%22c%22'.svg");
    }

    @Test
    void whatCouldNotBeDeterminedIsSaid() throws Exception {
        Path run = new MadeUpRun(folder)
                .step("measured", "observe", "{}", 1)
                .row("measured", "m2", "8, 8", "", 0.5, Double.NaN, "jackknife")
                .row("measured", "m4", "8, 8", "", Double.NaN, Double.NaN, "jackknife")
                .write();
        assertThat(rows(page(run), "\u27e8m\u00b2\u27e9 m2").get(0)).contains("0.5 (error not determined)");
        assertThat(rows(page(run), "\u27e8m\u2074\u27e9 m4").get(0)).contains("not determined");
    }

    @Test
    void manyRowsAreFoldedByTheSortOfTheirQuantity() throws Exception {
        MadeUpRun run = new MadeUpRun(folder).step("measured", "observe", "{}", 1);
        for (int bin = -20; bin < 20; bin++) {
            run.row("measured", "P(m in [" + bin + "," + (bin + 1) + "))", "8, 8", "", 0.1, 0.01, "jackknife")
                    .row("measured", "energy", bin + 30 + ", 8", "", 0.1, 0.01, "jackknife");
        }
        assertThat(texts(page(run.write()), "summary"))
                .contains("P(m in [-20,-19)) \u2026 P(m in [19,20)) (40 values)", "energy (40 values)");
    }

    @Test
    void thousandsOfRepeatsStayInTheFiles() throws Exception {
        MadeUpRun run = new MadeUpRun(folder).step("measured", "observe", "{}", 1);
        for (int repeat = 0; repeat < 2001; repeat++) {
            run.row("measured", "energy", "8, 8", String.valueOf(repeat), 0.1, 0.01, "jackknife");
        }
        String html = make(run.row("measured", "energy", "8, 8", "all", 0.1, 0.01, "repeats")
                .write());
        assertThat(html)
                .contains("The 2\u202f001 values of single repeats are in")
                .hasSizeLessThan(20_000);
    }

    @Test
    void sameFolderGivesTheSameBytesWhateverTimesAndThreadsWere() throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder).write();
        String first = make(run);
        Path record = run.resolve("run.json");
        Files.writeString(
                record,
                Files.readString(record)
                        .replace("running", "done")
                        .replace("2026-01-02T03:04:05Z", "2027-01-01T00:00:00Z")
                        .replace("\"threads\": 7", "\"threads\": 1, \"finished\": \"2028\"")
                        .replace("\"processors\": 13", "\"processors\": 64"));
        assertThat(make(run)).isEqualTo(first);
        assertThat(first).contains("2019", "0123abcd, with changes that are not committed", "beef", "21.0.1");
    }

    private static Stream<Arguments> damaged() {
        return Stream.of(
                arguments("run.json", "", "run.json: $: expected an object, found null"),
                arguments("run.json", "{", "run.json is damaged: it is not JSON"),
                arguments("run.json", "[]", "run.json: $: expected an object, found []"),
                arguments("run.json", "{}", "run.json: $: expected a member \"pipeline\""),
                arguments(
                        "results.json",
                        "{\"results\": [{\"step\": 1}]}",
                        "results.json: $.results[0].step: expected a text, found 1"),
                arguments("results.json", "{\"results\": {}}", "results.json: $.results: expected a list, found {}"),
                arguments(
                        "models/network/0/loss.csv",
                        "a,b\n1,x",
                        "models/network/0/loss.csv is damaged: expected epoch,training_loss,validation_loss,...,"
                                + " found 1,x"),
                arguments("models/network/0/loss.csv", "", "models/network/0/loss.csv is damaged: it holds no epoch"),
                arguments(
                        "models/network/1/task.json",
                        "{}",
                        "models/network/1/task.json: $: expected a member \"task\""));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damagedFileIsNamed(String file, String content, String sentence) throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder).write();
        Files.writeString(run.resolve(file), content);
        assertThatThrownBy(() -> make(run)).isInstanceOf(IOException.class).hasMessage(sentence);
    }

    @Test
    void missingFileIsNamed() throws Exception {
        Path run = MadeUpRun.ofTheUsualKind(folder).write();
        Files.delete(run.resolve("results.json"));
        assertThatThrownBy(() -> make(run)).isInstanceOf(IOException.class).hasMessage("results.json is missing");
    }

    @Test
    void stepsInACircleAreRefused() throws Exception {
        Path run = new MadeUpRun(folder)
                .step("one", "sample", "{}", 1, "two")
                .step("two", "sample", "{}", 1, "one")
                .write();
        assertThatThrownBy(() -> make(run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("$.graph.one: expected inputs that are steps and do not depend on this one");
    }
}
