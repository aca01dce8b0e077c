package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;

/**
 * One training from initial weights to the last epoch. Used once, by one thread. The initial weights come from split 0
 * of the stream, the order of the configurations from split 1: a new one for every epoch.
 */
final class TrainingRun implements AutoCloseable {
    private final Cnn.Parameters parameters;
    private final Batches batches;
    private final List<Batch> validation;
    private final TrainingSession session;
    private final RandomStream shuffling;
    private final Progress progress;
    private final int[] order;
    private final List<Epoch> epochs = new ArrayList<>();
    private Weights best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;

    TrainingRun(
            Cnn.Parameters parameters,
            Architecture architecture,
            TrainingSet set,
            RandomStream random,
            Progress progress) {
        this.parameters = parameters;
        this.progress = progress;
        this.batches = Batches.of(parameters, architecture, set);
        this.validation = batches.all(set.trained(), set.count());
        this.order = IntStream.range(0, set.trained()).toArray();
        this.best = Weights.initial(architecture, random.split(0));
        this.shuffling = random.split(1);
        this.session = new TrainingSession(architecture, parameters.training(), best);
    }

    /** The trained weights: of the best validation loss with early stopping, of the last epoch without. */
    Weights run() {
        boolean early = parameters.earlyStopping().isPresent();
        int patience = parameters.earlyStopping().orElse(parameters.epochs());
        for (int epoch = 0; epoch < parameters.epochs() && epoch - bestEpoch < patience; epoch++) {
            Epoch done = epoch(epoch);
            epochs.add(done);
            if (early && done.validationLoss().orElseThrow() < bestLoss) {
                bestLoss = done.validationLoss().orElseThrow();
                bestEpoch = epoch + 1;
                best = session.weights();
            }
            progress.report((epoch + 1.0) / parameters.epochs());
            progress.say(String.format(Locale.ROOT, "epoch %d, loss %.5f", done.number(), done.trainingLoss()));
        }
        return early ? best : session.weights();
    }

    List<Epoch> epochs() {
        return epochs;
    }

    private Epoch epoch(int epoch) {
        double rate = Epoch.learningRate(parameters.schedule(), parameters.learningRate(), epoch, parameters.epochs());
        shuffle();
        double sum = 0;
        for (int from = 0; from < order.length; from += parameters.batchSize()) {
            progress.checkCancelled();
            int to = (int) Math.min((long) from + parameters.batchSize(), order.length);
            sum += (to - from) * session.step(batches.batch(order, from, to), rate);
        }
        requireFinite(sum, epoch);
        // The training loss is taken before each step; the last step shows only here.
        requireFinite(session.weights().areFinite() ? 0 : Double.NaN, epoch);
        OptionalDouble validationLoss = validationLoss();
        validationLoss.ifPresent(loss -> requireFinite(loss, epoch));
        return new Epoch(epoch + 1, sum / order.length, validationLoss, rate);
    }

    private void requireFinite(double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("training diverged in epoch " + (epoch + 1)
                    + "; a smaller learning rate than " + parameters.learningRate() + " may help");
        }
    }

    private OptionalDouble validationLoss() {
        return validation.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        validation.stream().mapToDouble(session::loss).sum());
    }

    /** Fisher and Yates. */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = shuffling.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
