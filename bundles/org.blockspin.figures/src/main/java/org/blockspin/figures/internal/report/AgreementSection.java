package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures that compare found: which of their rows came out as is said, and which did not. */
final class AgreementSection implements Section {
    /** Quantity, step, and at the end what was found, what was said, and whether that is the same. */
    private static final Pattern ROW = Pattern.compile("(\"[^\"]*\"|[^,]*),([^,]*),.*,[a-z]+,[a-z]+,(yes|no)");

    /** The rows of one figure, each by its quantity and step. */
    private record Compared(String figure, List<String> asSaid, List<String> otherwise) {}

    @Override
    public String id() {
        return "agreement";
    }

    @Override
    public String title() {
        return "Agreement";
    }

    @Override
    public boolean isThere(Run run) {
        return !comparisons(run).isEmpty();
    }

    private static List<Step> comparisons(Run run) {
        return run.steps("figure").stream()
                .filter(step -> step.isOf("comparison") && Files.isRegularFile(csv(run, step)))
                .toList();
    }

    private static Path csv(Run run, Step step) {
        return run.folder().resolve("figures/" + step.name() + ".csv");
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        List<Compared> all = new ArrayList<>();
        for (Step step : comparisons(run)) {
            all.add(compared(step.name(), Files.readAllLines(csv(run, step))));
        }
        long asSaid = all.stream().mapToLong(one -> one.asSaid().size()).sum();
        long otherwise = all.stream().mapToLong(one -> one.otherwise().size()).sum();
        html.element(
                "p",
                Numbers.count(asSaid) + " of " + Numbers.count(asSaid + otherwise)
                        + " comparisons came out as is said; the figures tell how far the others are, and why.");
        new Table<Compared>()
                .text("figure", Compared::figure)
                .prose("as is said", one -> String.join(", ", one.asSaid()))
                .prose("otherwise", one -> String.join(", ", one.otherwise()))
                .write(html, all);
    }

    private static Compared compared(String figure, List<String> lines) {
        Compared compared = new Compared(figure, new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String what = row.group(1).replace("\"", "") + " of " + row.group(2);
                (row.group(3).equals("yes") ? compared.asSaid() : compared.otherwise()).add(what);
            }
        }
        return compared;
    }
}
