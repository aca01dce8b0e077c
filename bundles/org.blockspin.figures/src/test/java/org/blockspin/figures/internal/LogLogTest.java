package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.file;
import static org.blockspin.figures.internal.Drawn.png;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class LogLogTest {
    private static final List<String> FOUR = List.of("abs_m", "chi_sub", "G(L/4)", "G(L/2)");

    private static Map<String, byte[]> draw(List<String> quantities, Optional<String> title, List<Result> rows)
            throws IOException {
        return Drawn.draw(
                new LogLog()
                        .create(
                                new LogLog.Parameters(quantities, "L", title),
                                new Available(Set.copyOf(quantities), List.of())),
                rows);
    }

    /** Leaves the files in target/figures, to be looked at. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyNumberOfPanelsIsDrawn(int panels) throws Exception {
        Map<String, byte[]> files = draw(
                FOUR.subList(0, panels),
                panels > 2 ? Optional.of("Critical exponents, 16 × 16 to 128 × 128") : Optional.empty(),
                Rows.chain());
        Drawn.keep(files, panels + "-panels");
        assertThat(files).containsOnlyKeys("csv", "svg", "png");
        assertThat(png(files).getWidth()).isGreaterThanOrEqualTo(1600);
        assertThat(svg(files).getDocumentElement().getTagName()).isEqualTo("svg");
    }

    @Test
    void pngIsNeitherBlankNorDark() throws Exception {
        BufferedImage image = png(draw(FOUR, Optional.empty(), Rows.chain()));
        long dark = 0;
        long blue = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                dark += rgb == 0 ? 1 : 0;
                blue += rgb == 0x0072b2 ? 1 : 0;
            }
        }
        // 8 simulated points of radius 4 at two pixels a point
        assertThat(blue).isBetween(8 * 150L, 8 * 260L);
        assertThat(dark).isBetween(5_000L, 100_000L);
    }

    @Test
    void axesCarrySizesAndRoundValues() throws Exception {
        List<String> texts = texts(svg(draw(List.of("abs_m"), Optional.of("Title"), Rows.chain())));
        assertThat(texts)
                .contains("Title", "16", "32", "64", "128", "0.55", "0.60", "0.65", "0.70", "L", "\u27e8|m|\u27e9")
                .contains("simulated", "super-resolved", "fit")
                .doesNotContain("coarse-grained");
    }

    @Test
    void exponentStandsInThePanelWithItsError() throws Exception {
        List<String> texts = texts(svg(draw(FOUR, Optional.empty(), Rows.chain())));
        assertThat(texts).contains("\u03b2 = 0.121 \u00b1 0.003", "\u03b3 = 1.759 \u00b1 0.003");
    }

    @Test
    void simulatedAndSuperResolvedPointsHaveDifferentMarkers() throws Exception {
        Document svg = svg(draw(List.of("abs_m"), Optional.empty(), Rows.chain()));
        // two simulated and three super-resolved points, and one of each in the legend
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(4);
    }

    @Test
    void combinedRepeatsTakeThePlaceOfSingleOnes() throws Exception {
        assertThat(csv(draw(List.of("abs_m"), Optional.empty(), Rows.chain())))
                .startsWith(
                        "quantity,series,step,repeat,linear_size,value,standard_error",
                        "abs_m,simulated,measured,,16,0.7137,2.8548E-4")
                .anyMatch(line -> line.startsWith("abs_m,super-resolved,measured,all,128,0.5548,0.00388"))
                .anyMatch(line -> line.startsWith("abs_m,fit,table-1,,16,0.713"))
                .anyMatch(line -> line.startsWith("abs_m,beta,table-1,,,0.1211"))
                .hasSize(1 + 5 + 2 + 1);
    }

    @Test
    void singleRepeatsAreDrawnWhereNothingCombinesThem() throws Exception {
        List<Result> rows = List.of(
                Rows.point("measured", "energy", 8, -1, "0", 1.5, 0.1),
                Rows.point("measured", "energy", 8, -1, "1", 1.6, 0.1),
                Rows.fitted("energy.slope", "0", 1, 0.1),
                Rows.fitted("energy.slope", "1", 1, 0.1),
                Rows.fitted("energy.intercept", "0", 1, 0.1));
        assertThat(csv(draw(List.of("energy"), Optional.empty(), rows)))
                .containsExactly(
                        "quantity,series,step,repeat,linear_size,value,standard_error",
                        "energy,super-resolved,measured,0,8,1.5,0.1",
                        "energy,super-resolved,measured,1,8,1.6,0.1");
    }

    @Test
    void slopeIsShownWhereThereIsNoExponent() throws Exception {
        List<Result> rows = List.of(
                Rows.point("measured", "m2", 8, 0, "", 0.5, 0.01),
                Rows.point("measured", "m2", 16, 1, "", 0.4, 0.01),
                Rows.fitted("m2.slope", "", -0.3219, 0.04),
                Rows.fitted("m2.intercept", "", -0.02, 0.1));
        assertThat(texts(svg(draw(List.of("m2"), Optional.empty(), rows))))
                .contains("slope = \u22120.32 \u00b1 0.04", "\u27e8m\u00b2\u27e9", "coarse-grained");
    }

    @Test
    void valuesThatALogarithmCannotShowAreLeftOut() throws Exception {
        List<Result> rows = List.of(
                Rows.point("measured", "G(L/2)", 8, 0, "", -0.01, 0.02),
                Rows.point("measured", "G(L/2)", 16, 0, "", Double.NaN, 0.02),
                Rows.point("measured", "G(L/2)", 32, 0, "", 0.02, Double.NaN),
                Rows.point("measured", "G(L/2)", 64, 0, "", 0.01, 0.02),
                Rows.fitted("G(L/2).slope", "", Double.NaN, Double.NaN),
                Rows.fitted("G(L/2).intercept", "", Double.NaN, Double.NaN));
        Map<String, byte[]> files = draw(List.of("G(L/2)"), Optional.empty(), rows);
        assertThat(csv(files)).hasSize(3);
        assertThat(new String(file(files, "svg"), StandardCharsets.UTF_8)).doesNotContain("NaN");
        assertThat(png(files).getWidth()).isEqualTo(1680);
    }

    @Test
    void quantityWithoutRowsLeavesAnEmptyPanel() throws Exception {
        assertThat(texts(svg(draw(List.of("abs_m"), Optional.empty(), List.of()))))
                .contains("no positive values");
    }

    @Test
    void sameRowsGiveTheSameBytes() throws Exception {
        Map<String, byte[]> first = draw(FOUR, Optional.of("a title"), Rows.chain());
        Map<String, byte[]> second = draw(FOUR, Optional.of("a title"), Rows.chain());
        for (String extension : List.of("csv", "svg", "png")) {
            assertThat(file(second, extension))
                    .isEqualTo(file(first, extension))
                    .isNotEmpty();
        }
    }

    @Test
    void titleIsEscaped() throws Exception {
        assertThat(texts(svg(draw(List.of("abs_m"), Optional.of("T < T_c & \"more\""), Rows.chain()))))
                .contains("T < T_c & \"more\"");
    }

    @Test
    void unknownQuantityIsRefused() throws Exception {
        Available available = new Available(Set.of("abs_m", "beta"), List.of());
        LogLog.Parameters parameters = new LogLog.Parameters(List.of("abs_m", "chi"), "L", Optional.empty());
        assertThatThrownBy(() -> new LogLog().create(parameters, available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("quantities[1]: expected one of abs_m, beta, found chi");
    }

    @Test
    void otherAxesAndNoQuantitiesAreRefused() throws Exception {
        Available available = new Available(Set.of("abs_m"), List.of());
        assertThatThrownBy(() ->
                        new LogLog().create(new LogLog.Parameters(List.of("abs_m"), "T", Optional.empty()), available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("x: expected L, found T");
        assertThatThrownBy(
                        () -> new LogLog().create(new LogLog.Parameters(List.of(), "L", Optional.empty()), available))
                .isInstanceOf(InvalidParameterException.class);
    }
}
