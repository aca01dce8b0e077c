package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.tensorflow.proto.ConfigProto;

/**
 * One training from initial weights to the last epoch, and the finish. Used once, by one thread. The initial weights
 * come from split 0 of the stream, the order of the configurations from split 1: a new one for every epoch.
 */
final class TrainingRun implements AutoCloseable {
    /** The finish has nothing to gain if so many iterations lower the loss by less than floats can tell. */
    private static final int FINISH_ITERATIONS = 10;

    private static final double FLOAT_NOISE = 1e-7;

    private final Cnn.Parameters parameters;
    private final int trained;
    private final boolean regularized;
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
            Optional<EnergyRegularizer> regularizer,
            ConfigProto configuration,
            Architecture architecture,
            TrainingSet set,
            RandomStream random,
            Progress progress) {
        this.parameters = parameters;
        this.trained = set.trained();
        this.progress = progress;
        this.regularized = regularizer.isPresent();
        this.batches = Batches.of(parameters, architecture, set, regularizer);
        this.validation = batches.all(set.trained(), set.count());
        this.order = IntStream.range(0, set.trained()).toArray();
        this.best = Weights.initial(architecture, random.split(0));
        this.shuffling = random.split(1);
        this.session = new TrainingSession(architecture, parameters.training(), regularizer, best, configuration);
    }

    /**
     * The trained weights: the last ones without early stopping. With it, those of the best validation loss, and the
     * finish begins with those of the epochs.
     */
    Weights run() {
        for (int epoch = 0; epoch < parameters.epochs() && isWorthIt(); epoch++) {
            add(epoch(epoch));
        }
        if (parameters.lbfgsIterations() > 0) {
            finish(parameters.lbfgsIterations());
        }
        return weights();
    }

    List<Epoch> epochs() {
        return epochs;
    }

    private boolean isWorthIt() {
        return parameters
                .earlyStopping()
                .map(patience -> epochs.size() - bestEpoch < patience)
                .orElse(true);
    }

    private Weights weights() {
        return parameters.earlyStopping().isPresent() ? best : session.weights();
    }

    private void add(Epoch done) {
        epochs.add(done);
        if (parameters.earlyStopping().isPresent() && done.validationLoss().orElseThrow() < bestLoss) {
            bestLoss = done.validationLoss().orElseThrow();
            bestEpoch = done.number();
            best = session.weights();
        }
        progress.report(Math.min(1, (double) epochs.size() / (parameters.epochs() + parameters.lbfgsIterations())));
        progress.say(String.format(Locale.ROOT, "epoch %d, loss %.5f", done.number(), done.trainingLoss()));
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
        Epoch done = epoch(sum / order.length, rate);
        done.validationLoss().ifPresent(loss -> requireFinite(loss, epoch));
        return done;
    }

    /** Lowers the loss of all training configurations by the limited-memory BFGS method. */
    private void finish(int iterations) {
        Weights shape = weights();
        List<Batch> all = batches.all(0, trained);
        LimitedMemoryBfgs minimizer = new LimitedMemoryBfgs(
                (values, gradient) -> {
                    session.assign(shape.with(values));
                    double loss = 0;
                    for (Batch batch : all) {
                        progress.checkCancelled();
                        loss += session.lossAndGradient(batch, gradient);
                    }
                    return loss;
                },
                shape.values());
        bestEpoch = epochs.size();
        double before = minimizer.value();
        for (int done = 1; done <= iterations && isWorthIt() && minimizer.step(); done++) {
            session.assign(shape.with(minimizer.point()));
            add(epoch(minimizer.value(), 0));
            if (done % FINISH_ITERATIONS == 0) {
                if (before - minimizer.value() < FLOAT_NOISE * before) {
                    return;
                }
                before = minimizer.value();
            }
        }
        session.assign(shape.with(minimizer.point()));
    }

    private void requireFinite(double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("training diverged in epoch " + (epoch + 1)
                    + "; a smaller learning rate than " + parameters.learningRate() + " may help");
        }
    }

    /** The next one, with what the weights are now. */
    private Epoch epoch(double trainingLoss, double rate) {
        return new Epoch(
                epochs.size() + 1,
                trainingLoss,
                validation.isEmpty() ? OptionalDouble.empty() : validated(session::loss),
                validation.isEmpty() || !regularized ? OptionalDouble.empty() : validated(session::energyTerm),
                rate);
    }

    private OptionalDouble validated(ToDoubleFunction<Batch> part) {
        return OptionalDouble.of(validation.stream().mapToDouble(part).sum());
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
