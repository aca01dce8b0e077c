package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers with their errors: fits first, then what was measured, step by step. */
final class NumbersSection implements Section {
    /** Longer tables are folded away, a fold for quantities of one sort. */
    private static final int LONG = 60;

    /** Rows of single repeats that one step has at most in the report; more are in the files alone. */
    private static final int MOST_REPEATS = 2000;

    @Override
    public String id() {
        return "numbers";
    }

    @Override
    public String title() {
        return "Numbers";
    }

    @Override
    public boolean isThere(Run run) {
        return !run.rows().isEmpty();
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        writeLegend(run.rows(), html);
        for (Step step : run.steps("fit")) {
            write(run, step, html);
        }
        for (Step step : run.steps()) {
            if (!step.kind().equals("fit")) {
                write(run, step, html);
            }
        }
    }

    /** What the columns mean, those that are there. */
    private static void writeLegend(List<Row> rows, Html html) {
        html.open("p").text("0.1209(14) is 0.1209 \u00b1 0.0014, one standard error. ");
        if (rows.stream().anyMatch(row -> !row.repeat().isEmpty())) {
            html.text("Where a training was repeated, the value is the mean over repeats, and its error comes from the"
                    + " spread over them. The statistical error is that of the configurations which all repeats share;"
                    + " it does not show in that spread, and comes in addition. The standard deviation is that of one"
                    + " repeat. ");
        }
        if (rows.stream().anyMatch(row -> row.depth().orElse(0) != 0)) {
            html.text("Depth counts coarse-grainings less super-resolutions. ");
        }
        if (rows.stream().anyMatch(row -> row.autocorrelationTime().isPresent())) {
            html.text("\u03c4 is the integrated autocorrelation time, in samples; \u00bd where they are independent. ");
        }
        html.text("All digits are in ")
                .element("a", "results.csv", "href", "results.csv")
                .text(".")
                .close();
    }

    private static void write(Run run, Step step, Html html) throws IOException {
        List<Value> values = Value.of(run.rows(step.name()));
        if (values.isEmpty()) {
            return;
        }
        html.element("h3", step.name());
        List<String> phrases = new ArrayList<>(Words.of(step));
        phrases.add("from " + String.join(", ", step.inputs()));
        html.element("p", step.kind() + ": " + String.join("; ", phrases));
        if (step.kind().equals("fit")) {
            writeFit(values, html);
        } else if (values.size() > LONG) {
            sorts(values).values().forEach(sort -> fold(title(sort), sort, html));
        } else {
            NumbersTables.values().write(html, values);
        }
        writeRepeats(values, html);
    }

    /** Names with a point, as abs_m.slope, are what the numbers of a fit were computed from. */
    private static void writeFit(List<Value> values, Html html) {
        List<Value> main = values.stream()
                .filter(value -> value.quantity().indexOf('.') < 0)
                .toList();
        List<Value> rest = values.stream()
                .filter(value -> value.quantity().indexOf('.') >= 0)
                .toList();
        if (!main.isEmpty()) {
            NumbersTables.values().write(html, main);
        }
        if (!rest.isEmpty()) {
            fold("what they come from: " + title(rest), rest, html);
        }
    }

    private static void fold(String title, List<Value> values, Html html) {
        html.open("details").element("summary", title);
        NumbersTables.values().write(html, values);
        html.close();
    }

    private static String title(List<Value> values) {
        String first = values.get(0).quantity();
        String last = values.get(values.size() - 1).quantity();
        return (first.equals(last) ? first : first + " \u2026 " + last) + " (" + Numbers.count(values.size())
                + (values.size() == 1 ? " value)" : " values)");
    }

    /** Quantities of one sort differ in numbers in brackets alone: G(L/4) and G(L/2). */
    private static Map<String, List<Value>> sorts(List<Value> values) {
        Map<String, List<Value>> sorts = new LinkedHashMap<>();
        for (Value value : values) {
            String sort = value.quantity().replaceFirst("([(\\[][^0-9]*?)-?[0-9].*", "$1");
            sorts.computeIfAbsent(sort, key -> new ArrayList<>()).add(value);
        }
        return sorts;
    }

    private static void writeRepeats(List<Value> values, Html html) {
        List<Row> repeats = values.stream()
                .filter(value -> value.repeats().size() > 1)
                .flatMap(value -> value.repeats().stream())
                .toList();
        if (repeats.size() > MOST_REPEATS) {
            html.open("p")
                    .text("The " + Numbers.count(repeats.size()) + " values of single repeats are in ")
                    .element("a", "results.csv", "href", "results.csv")
                    .text(".")
                    .close();
        } else if (!repeats.isEmpty()) {
            html.open("details").element("summary", "single repeats (" + Numbers.count(repeats.size()) + " values)");
            NumbersTables.repeats().write(html, repeats);
            html.close();
        }
    }
}
