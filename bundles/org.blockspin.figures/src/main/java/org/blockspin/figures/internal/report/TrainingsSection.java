package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.blockspin.figures.internal.report.Losses.Curve;
import org.blockspin.figures.internal.report.Losses.Epoch;

/** How the losses of the trainings fell, and what they came to. */
final class TrainingsSection implements Section {
    /** A training and its step. */
    private record Training(String step, Curve curve) {}

    @Override
    public String id() {
        return "trainings";
    }

    @Override
    public String title() {
        return "Trainings";
    }

    @Override
    public boolean isThere(Run run) {
        return !run.steps("train").isEmpty();
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        List<Losses> all = new ArrayList<>();
        for (Step step : run.steps("train")) {
            Losses losses = Losses.of(step, run.folder());
            if (losses.curves().isEmpty()) {
                html.element("p", "The trainings of " + step.name() + " left no losses.");
            } else {
                all.add(losses);
            }
        }
        if (all.isEmpty()) {
            return;
        }
        html.open("figure");
        Picture.addSvg(html, LossPlot.svg(all), "The losses of all trainings over the epochs; the table has the last.");
        html.element(
                "figcaption",
                "The loss as each resolver defines it (the network cnn: mean cross-entropy a fine site, in nats, plus"
                        + " what its regularizer adds), a line a training.");
        html.close();
        writeTables(all, html);
    }

    private static void writeTables(List<Losses> all, Html html) {
        html.element(
                "p",
                "After the last epoch; means over trainings, and in parentheses the standard deviation of one training:");
        new Table<Losses>()
                .text("step", Losses::step)
                .number("trainings", losses -> Numbers.count(losses.curves().size()))
                .number("training loss", losses -> spread(losses, Epoch::training))
                .number("validation loss", losses -> spread(losses, Epoch::validation))
                .write(html, all);
        List<Training> trainings = all.stream()
                .flatMap(losses -> losses.curves().stream().map(curve -> new Training(losses.step(), curve)))
                .toList();
        html.open("details").element("summary", "single trainings (" + Numbers.count(trainings.size()) + ")");
        new Table<Training>()
                .text("step", Training::step)
                .text("training", training -> training.curve().name())
                .number(
                        "epochs",
                        training -> Numbers.count(training.curve().epochs().size()))
                .number(
                        "training loss",
                        training -> loss(training.curve().last().training()))
                .number(
                        "validation loss",
                        training -> loss(training.curve().last().validation()))
                .column(
                        "file",
                        (training, cell) -> cell.element(
                                "a",
                                "loss.csv",
                                "href",
                                FiguresSection.link(training.curve().file())))
                .write(html, trainings);
        html.close();
    }

    private static String loss(double loss) {
        return Double.isNaN(loss) ? "" : Numbers.value(loss);
    }

    /** Mean and standard deviation over trainings of the loss after the last epoch. */
    private static String spread(Losses losses, ToDoubleFunction<Epoch> loss) {
        double[] last = losses.curves().stream()
                .mapToDouble(curve -> loss.applyAsDouble(curve.last()))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (last.length < 2) {
            return last.length == 0 ? "" : Numbers.value(last[0]);
        }
        double mean = 0;
        for (double value : last) {
            mean += value / last.length;
        }
        double squares = 0;
        for (double value : last) {
            squares += (value - mean) * (value - mean);
        }
        return Numbers.withError(mean, Math.sqrt(squares / (last.length - 1)));
    }
}
