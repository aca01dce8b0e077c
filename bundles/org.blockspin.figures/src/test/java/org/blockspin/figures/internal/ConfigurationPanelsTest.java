package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.file;
import static org.blockspin.figures.internal.Drawn.png;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.Figure.Drawing;
import org.blockspin.api.Figure.Source;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.figures.internal.ConfigurationPanels.Parameters;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ConfigurationPanelsTest {
    private static final Parameters ALL = depths();

    private static Parameters depths(Integer... depths) {
        return parameters(0, List.of(depths), List.of(), 0, Optional.empty());
    }

    private static Parameters number(long configuration) {
        return parameters(configuration, List.of(), List.of(), 0, Optional.empty());
    }

    private static Parameters parameters(
            long configuration, List<Integer> depths, List<Double> temperatures, int repeat, Optional<Integer> rows) {
        return new Parameters(configuration, depths, temperatures, repeat, rows, Optional.empty(), Optional.empty());
    }

    private static Source source(String step, Ensemble ensemble) {
        return new Source(step, OptionalInt.empty(), OptionalInt.empty(), ensemble);
    }

    private static Source level(int level, Ensemble ensemble) {
        return new Source("larger", OptionalInt.empty(), OptionalInt.of(level), ensemble);
    }

    /** 16x16 as simulated, and super-resolved up to 128x128. */
    private static List<Source> chainOfSquares() {
        return List.of(
                source("seeds", MadeUp.square(16, 0)),
                level(1, MadeUp.square(32, -1)),
                level(2, MadeUp.square(64, -2)),
                level(3, MadeUp.square(128, -3)));
    }

    private static Map<String, byte[]> draw(Parameters parameters, List<Source> sources) throws Exception {
        return Drawn.draw(new ConfigurationPanels().create(parameters, new Available(Set.of(), sources)), List.of());
    }

    private static void assertRefused(Parameters parameters, List<Source> sources, String message) {
        assertThatThrownBy(() -> new ConfigurationPanels().create(parameters, new Available(Set.of(), sources)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(message);
    }

    private static List<Element> images(Document svg) {
        return IntStream.range(0, svg.getElementsByTagName("image").getLength())
                .mapToObj(i -> (Element) svg.getElementsByTagName("image").item(i))
                .toList();
    }

    private static BufferedImage embedded(Element image) throws Exception {
        String data = image.getAttribute("xlink:href");
        assertThat(data).startsWith("data:image/png;base64,");
        byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
    }

    private static int grey(int state, int states) {
        return 255 - Math.round(255f * state / (states - 1));
    }

    /** The panel of the PNG that the image of the SVG says where it is; every site must be one colour from edge to edge. */
    private static void assertPanel(Map<String, byte[]> files, int panel, int columns, int[] states, int levels)
            throws Exception {
        Element image = images(svg(files)).get(panel);
        int left = (int) (2 * Double.parseDouble(image.getAttribute("x")));
        int top = (int) (2 * Double.parseDouble(image.getAttribute("y")));
        int width = (int) (2 * Double.parseDouble(image.getAttribute("width")));
        int height = (int) (2 * Double.parseDouble(image.getAttribute("height")));
        int rows = states.length / columns;
        assertThat(width % columns).isZero();
        assertThat(height % rows).isZero();
        assertSites(png(files), left, top, width, height, columns, states, levels);
        assertSites(embedded(image), 0, 0, 2 * width, 2 * height, columns, states, levels);
    }

    private static void assertSites(
            BufferedImage image, int left, int top, int width, int height, int columns, int[] states, int levels) {
        int cellWidth = width / columns;
        int cellHeight = height / (states.length / columns);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int state = states[y / cellHeight * columns + x / cellWidth];
                if ((image.getRGB(left + x, top + y) & 0xffffff) != 0x010101 * grey(state, levels)) {
                    throw new AssertionError("pixel " + x + ", " + y + " does not show state " + state);
                }
            }
        }
    }

    @Test
    void everyPixelHasTheColourOfItsSite() throws Exception {
        Map<String, byte[]> files = draw(number(701), chainOfSquares());
        Drawn.keep(files, "configurations");
        assertThat(files).containsOnlyKeys("csv", "svg", "png");
        int panel = 0;
        for (Source source : chainOfSquares()) {
            MadeUp ensemble = (MadeUp) source.ensemble();
            assertPanel(files, panel++, ensemble.lattice().cells().get(1), ensemble.states(701), 2);
        }
    }

    @Test
    void everyPanelIsFramedOutsideOfItsSites() throws Exception {
        Map<String, byte[]> files = draw(ALL, chainOfSquares());
        BufferedImage png = png(files);
        for (Element image : images(svg(files))) {
            int left = (int) (2 * Double.parseDouble(image.getAttribute("x")));
            int top = (int) (2 * Double.parseDouble(image.getAttribute("y")));
            for (int i = 0; i < 512; i++) {
                assertThat(png.getRGB(left + i, top - 1) & 0xffffff).isZero();
                assertThat(png.getRGB(left - 1, top + i) & 0xffffff).isZero();
                assertThat(png.getRGB(left + i, top + 512) & 0xffffff).isZero();
                assertThat(png.getRGB(left + 512, top + i) & 0xffffff).isZero();
            }
        }
    }

    @Test
    void tableHoldsTheStates() throws Exception {
        List<String> lines = csv(draw(number(3), chainOfSquares()));
        assertThat(lines).hasSize(1 + 16 + 32 + 64 + 128);
        assertThat(lines.get(0)).isEqualTo("panel,step,lattice,depth,temperature,repeat,configuration,row,states");
        assertThat(lines.get(1)).startsWith("a,seeds,square 16x16,0,2.269185314213022,,3,0,");
        assertThat(lines.get(1 + 16 + 31)).startsWith("b,larger,square 32x32,-1,2.269185314213022,,3,31,");
        List<Integer> states = new ArrayList<>();
        lines.stream()
                .filter(line -> line.startsWith("c,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .forEach(
                        row -> Arrays.stream(row.split(" ", -1)).forEach(state -> states.add(Integer.parseInt(state))));
        assertThat(states)
                .containsExactly(
                        Arrays.stream(MadeUp.square(64, -2).states(3)).boxed().toArray(Integer[]::new));
    }

    @Test
    void titlesSaySizeTemperatureAndHowItWasMade() throws Exception {
        assertThat(texts(svg(draw(depths(0, -1, -3), chainOfSquares()))))
                .contains("(a)  16\u2009\u00d7\u200916", "simulated")
                .contains("(b)  32\u2009\u00d7\u200932", "super-resolved once")
                .contains("(c)  128\u2009\u00d7\u2009128", "super-resolved 3 times")
                .contains("T = 2.2692", "up (1)", "down (0)", "configuration 0")
                .doesNotContain("super-resolved 2 times");
    }

    @Test
    void depthsAreShownInTheOrderInWhichTheyAreAskedFor() throws Exception {
        assertThat(csv(draw(depths(-3, 0), chainOfSquares())))
                .anyMatch(line -> line.startsWith("a,larger,square 128x128"))
                .anyMatch(line -> line.startsWith("b,seeds,square 16x16"))
                .noneMatch(line -> line.startsWith("c,"));
    }

    /** The depth of what was coarse-grained once and super-resolved once is that of simulated configurations. */
    @Test
    void superResolvedConfigurationsOfCoarseGrainedOnesAreNotCalledSimulated() throws Exception {
        assertThat(texts(svg(draw(ALL, List.of(level(1, MadeUp.square(16, 0))))))
                        .contains("coarse-grained, super-resolved once"))
                .isTrue();
    }

    @Test
    void coarseGrainedConfigurationsAreCalledSo() throws Exception {
        MadeUp coarse = MadeUp.square(8, 1);
        Ensemble made = new MadeUp(
                coarse.model(),
                coarse.lattice(),
                coarse.temperature(),
                1,
                10,
                Optional.of(new NoRule(coarse.lattice())));
        assertThat(texts(svg(draw(ALL, List.of(source("decimated", made)))))).contains("coarse-grained once");
    }

    private record NoRule(Lattice coarse) implements BlockRule {
        @Override
        public Lattice fine() {
            return coarse;
        }

        @Override
        public BlockRule on(Lattice otherFine) {
            return this;
        }

        @Override
        public double scaleFactor() {
            return 1;
        }

        @Override
        public int[] block(int coarseSite) {
            return new int[] {coarseSite};
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return coarseState == blockStates[0] ? 1 : 0;
        }
    }

    @Test
    void stepsOfTheSameSizeAreToldApartByName() throws Exception {
        List<Source> sources = List.of(
                source("one", MadeUp.square(16, 0)),
                source("other", MadeUp.square(16, 0).at(3)));
        assertThat(texts(svg(draw(ALL, sources)))).contains("simulated (one)", "simulated (other)", "T = 3.0");
    }

    @Test
    void everyTemperatureBeginsARow() throws Exception {
        List<Source> sources = new ArrayList<>();
        for (double temperature : new double[] {2, 2.5, 3}) {
            sources.add(source("seeds", MadeUp.square(16, 0).at(temperature)));
        }
        for (double temperature : new double[] {2, 2.5, 3}) {
            sources.add(level(1, MadeUp.square(32, -1).at(temperature)));
        }
        Map<String, byte[]> files = draw(ALL, sources);
        Drawn.keep(files, "configurations-sweep");
        assertThat(images(svg(files)))
                .extracting(image -> image.getAttribute("x"))
                .containsExactly("14", "290", "14", "290", "14", "290");
        assertThat(csv(files))
                .anyMatch(line -> line.startsWith("c,seeds,square 16x16,0,2.5,"))
                .anyMatch(line -> line.startsWith("d,larger,square 32x32,-1,2.5,"));
        List<String> nearest = csv(draw(parameters(0, List.of(-1), List.of(9.0, 2.3), 0, Optional.empty()), sources));
        assertThat(nearest)
                .hasSize(1 + 2 * 32)
                .anyMatch(line -> line.startsWith("a,larger,square 32x32,-1,3,"))
                .anyMatch(line -> line.startsWith("b,larger,square 32x32,-1,2.5,"));
    }

    @Test
    void oneRepeatIsShownOfWhatWasRepeated() throws Exception {
        List<Source> sources = List.of(
                source("seeds", MadeUp.square(16, 0)),
                new Source("larger", OptionalInt.of(0), OptionalInt.of(1), MadeUp.square(32, -1)),
                new Source(
                        "larger",
                        OptionalInt.of(1),
                        OptionalInt.of(1),
                        MadeUp.square(32, -1).at(3)));
        List<String> lines = csv(draw(parameters(0, List.of(), List.of(), 1, Optional.empty()), sources));
        assertThat(lines).hasSize(1 + 16 + 32).anyMatch(line -> line.startsWith("b,larger,square 32x32,-1,3,1,0,0,"));
        assertRefused(
                parameters(0, List.of(), List.of(), 2, Optional.empty()),
                sources,
                "repeat: expected a repeat of \"larger\", one of [0, 1], found 2");
    }

    @Test
    void configurationsOfAChainAreStacked() throws Exception {
        MadeUp coarse = MadeUp.on(Rows.chain(32), 0);
        MadeUp fine = MadeUp.on(Rows.chain(512), -4);
        List<Source> sources = List.of(source("seeds", coarse), level(4, fine));
        Map<String, byte[]> files = draw(number(500), sources);
        Drawn.keep(files, "configurations-chain");
        int[] stacked = IntStream.range(500, 564)
                .flatMap(number -> Arrays.stream(coarse.states(number)))
                .toArray();
        assertPanel(files, 0, 32, stacked, 2);
        assertThat(texts(svg(files))).contains("(b)  N = 512", "configurations 500 to 563, one a row");
        assertThat(csv(files))
                .hasSize(1 + 2 * 64)
                .anyMatch(line -> line.startsWith("a,seeds,chain 32,0,2.269185314213022,,563,0,"));
    }

    @Test
    void aSingleConfigurationOfAChainIsAStrip() throws Exception {
        Map<String, byte[]> files = draw(
                parameters(7, List.of(), List.of(), 0, Optional.of(1)),
                List.of(source("seeds", MadeUp.on(Rows.chain(32), 0))));
        assertPanel(files, 0, 32, MadeUp.on(Rows.chain(32), 0).states(7), 2);
        assertThat(images(svg(files)).get(0).getAttribute("height")).isEqualTo("8");
    }

    @Test
    void latticesThatAreNotSquareKeepTheirShape() throws Exception {
        MadeUp wide = MadeUp.on(Rows.square(16).resized(List.of(5, 24)), 0);
        Map<String, byte[]> files = draw(ALL, List.of(source("seeds", wide)));
        assertPanel(files, 0, 24, wide.states(0), 2);
        Element image = images(svg(files)).get(0);
        assertThat(image.getAttribute("width")).isEqualTo("252");
        assertThat(image.getAttribute("height")).isEqualTo("52.5");
    }

    @Test
    void latticeThatIsLargerThanAPanelHasOnePixelASite() throws Exception {
        MadeUp large = MadeUp.square(600, -5).of(1L);
        Map<String, byte[]> files = draw(ALL, List.of(source("seeds", MadeUp.square(16, 0)), level(5, large)));
        assertPanel(files, 1, 600, large.states(0), 2);
    }

    @Test
    void statesOfAMultiStateModelAreGreys() throws Exception {
        MadeUp potts = MadeUp.square(24, 0).of(MadeUp.POTTS);
        Map<String, byte[]> files = draw(ALL, List.of(source("seeds", potts)));
        Drawn.keep(files, "configurations-potts");
        assertPanel(files, 0, 24, potts.states(0), 3);
        assertThat(texts(svg(files))).contains("state 2", "state 1", "state 0");
    }

    /** Noise is the worst case: no less than a bit a site, which base 64 makes a third longer. */
    @Test
    void vectorsStaySmall() throws Exception {
        Map<String, byte[]> files =
                draw(ALL, List.of(level(5, MadeUp.square(512, -5).of(1L))));
        assertThat(file(files, "svg").length).isBetween(512 * 512 / 8 * 4 / 3, 100_000);
    }

    @Test
    void sameConfigurationsGiveTheSameBytes() throws Exception {
        Map<String, byte[]> first = draw(ALL, chainOfSquares());
        Map<String, byte[]> second = draw(ALL, chainOfSquares());
        for (String extension : List.of("csv", "svg", "png")) {
            assertThat(file(second, extension)).isEqualTo(file(first, extension));
        }
    }

    @Test
    void nothingIsComputedBeforeItIsDrawn() {
        Available available = new Available(Set.of(), List.of(source("seeds", untouchable(MadeUp.square(16, 0)))));
        Drawing drawing = new ConfigurationPanels().create(ALL, available);
        assertThatThrownBy(() -> drawing.draw(List.of(), (extension, content) -> {}))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** An ensemble whose blocks must not be asked for. */
    private static Ensemble untouchable(Ensemble like) {
        return (Ensemble) Proxy.newProxyInstance(
                Ensemble.class.getClassLoader(), new Class<?>[] {Ensemble.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("block")) {
                        throw new UnsupportedOperationException();
                    }
                    return method.invoke(like, arguments);
                });
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        List<Source> squares = chainOfSquares();
        assertRefused(number(1000), squares, "configuration: expected a number below 1000, found 1000");
        assertRefused(depths(0, -4), squares, "depths[1]: expected one of [-3, -2, -1, 0], found -4");
        assertRefused(depths(0, 0), squares, "depths[1]: expected every depth once, found 0");
        assertRefused(
                parameters(0, List.of(), List.of(), 0, Optional.of(3)),
                squares,
                "rows: expected none without a chain, found 3");
        assertRefused(
                parameters(998, List.of(), List.of(), 0, Optional.of(3)),
                List.of(source("seeds", MadeUp.on(Rows.chain(8), 0))),
                "rows: expected at most 2, which is what there is, found 3");
        assertRefused(
                ALL,
                List.of(source("seeds", MadeUp.on(new Lattice("cubic", List.of(4, 4, 4), 1, List.of()), 0))),
                "from: expected lattices of one or two dimensions, found cubic 4x4x4 of \"seeds\", which has 3");
        assertRefused(
                ALL,
                List.of(source("seeds", MadeUp.on(new Lattice("honeycomb", List.of(4, 4), 2, List.of()), 0))),
                "from: expected lattices with one site a cell, found honeycomb 4x4 of \"seeds\", which has 2");
        assertRefused(
                ALL,
                List.of(
                        source("a", MadeUp.square(8, 0)),
                        source("b", MadeUp.square(8, 0).of(MadeUp.POTTS))),
                "from: expected configurations of one model, found ising and potts");
        assertRefused(
                ALL,
                IntStream.range(0, 27)
                        .mapToObj(i -> source("step-" + i, MadeUp.square(8, 0).at(1 + i)))
                        .toList(),
                "from: expected at most 26 ensembles; choose by depths, temperatures, found 27");
        assertRefused(
                ALL,
                List.of(level(1, MadeUp.square(4096, -1)), level(2, MadeUp.square(5000, -2))),
                "from: expected at most 32000000 sites in all panels");
    }

    /** What is not shown need not be drawable. */
    @Test
    void onlyWhatIsShownIsChecked() throws Exception {
        List<Source> sources = List.of(
                source("seeds", MadeUp.square(8, 0)),
                level(1, MadeUp.on(new Lattice("cubic", List.of(4, 4, 4), 1, List.of()), -1)));
        assertThat(csv(draw(depths(0), sources))).hasSize(1 + 8);
    }

    @Test
    void resultsAreRefused() {
        ConfigurationPanels figure = new ConfigurationPanels();
        String expected =
                "from: expected sample, coarse-grain and super-resolve steps, whose configurations are drawn, ";
        assertThatThrownBy(() -> figure.create(ALL, new Available(Set.of("energy"), List.of())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(expected + "found steps that make results");
        assertThatThrownBy(() -> figure.create(ALL, new Available(Set.of("energy"), chainOfSquares())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(expected + "found also a step that makes results");
    }

    @Test
    void figuresOfResultsRefuseConfigurations() {
        Available available = new Available(Set.of(), chainOfSquares());
        String message = "from: expected observe and fit steps, whose results are drawn, "
                + "found \"seeds\", which makes configurations";
        assertThatThrownBy(() ->
                        new LogLog().create(new LogLog.Parameters(List.of("abs_m"), "L", Optional.empty()), available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new Curves()
                        .create(
                                new Curves.Parameters(List.of("abs_m"), true, false, List.of(), Optional.empty()),
                                available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new Histogram()
                        .create(
                                new Histogram.Parameters(
                                        List.of(Distribution.BLOCK_SUM), List.of(), List.of(), Optional.empty()),
                                available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(message);
    }
}
