package org.blockspin.figures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.blockspin.figures.internal.Drawn.csv;
import static org.blockspin.figures.internal.Drawn.svg;
import static org.blockspin.figures.internal.Drawn.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Functions.Shown;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private static List<Result> maps() {
        List<Result> rows = new ArrayList<>();
        rows.add(Rows.fitted("a", "", 1.8, 0.02));
        for (int i = 8; i >= 1; i--) {
            double temperature = 0.5 * i;
            double map = 2 / Math.log(Math.cosh(2 / temperature));
            String argument = "map(" + (i % 2 == 0 ? String.valueOf(i / 2) : String.valueOf(temperature)) + ")";
            rows.add(Rows.fitted(argument, "", map, 0.01));
            rows.add(Rows.fitted("energy." + argument, "", 1.02 * map, 0.05));
            rows.add(Rows.fitted("abs_m." + argument, "", i == 1 ? Double.NaN : 0.98 * map, 0.05));
        }
        return rows;
    }

    private static Functions.Parameters parameters(Shown... functions) {
        return new Functions.Parameters(List.of(functions), "T (J/k)", "T\u0303 (J/k)", Optional.empty());
    }

    private static Shown points(String name) {
        return new Shown(name, Optional.empty(), Functions.Drawn.POINTS);
    }

    private static Map<String, byte[]> draw(Functions.Parameters parameters) throws Exception {
        Set<String> quantities = maps().stream().map(Result::quantity).collect(Collectors.toSet());
        return Drawn.draw(new Functions().create(parameters, new Available(quantities, List.of())), maps());
    }

    @Test
    void pointsAndLinesByAscendingArgument() throws Exception {
        Map<String, byte[]> files = draw(parameters(
                points("energy.map"),
                points("abs_m.map"),
                new Shown("map", Optional.of("a / ln cosh(b / T)"), Functions.Drawn.LINE)));
        Drawn.keep(files, "functions");
        assertThat(texts(svg(files))).contains("energy.map", "abs_m.map", "a / ln cosh(b / T)", "T (J/k)");
        assertThat(svg(files).getElementsByTagName("polyline").getLength()).isEqualTo(1);
        // what is not determined is left out
        assertThat(csv(files)).hasSize(1 + 8 + 7 + 8);
        assertThat(csv(files).get(1)).startsWith("energy.map,0.5,table-1,,,,");
        assertThat(csv(files).get(9)).startsWith("abs_m.map,1,table-1,,,,");
    }

    @Test
    void functionsThatAreNotMeasuredAreRefused() {
        assertThatThrownBy(() -> draw(parameters(points("energy.mop"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("functions[0].name")
                .hasMessageContaining("energy.map");
        assertThatThrownBy(() -> draw(parameters()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("one to 9 functions");
    }
}
