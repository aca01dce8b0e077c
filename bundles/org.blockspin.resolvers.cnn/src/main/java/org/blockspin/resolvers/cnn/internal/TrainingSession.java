package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * A network in training: graph, weights, optimizer. Not thread-safe; sessions of different threads are independent.
 *
 * <p>The loss is the cross-entropy a fine site, from logits: mean(softplus(z) - z y), plus the term of the
 * {@link EnergyRegularizer} if there is one. (TensorFlow's ready-made forms of the cross-entropy go through operations
 * whose gradients are missing or crash.)
 *
 * <p>The same initial weights and batches give the same bits: initial values and the powers of Adam's betas are fed,
 * and no variable changes before all gradients are there. The framework's own optimizer orders neither.
 */
final class TrainingSession implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session;
    private final Layers layers;
    private final Placeholder<TUint8> spins = tf.placeholder(TUint8.class);
    private final Placeholder<TInt32> rows = tf.placeholder(TInt32.class);
    private final Placeholder<TFloat32> counts = tf.placeholder(TFloat32.class);
    private final Placeholder<TFloat32> ups = tf.placeholder(TFloat32.class);
    private final Placeholder<TFloat32> targetEnergies = tf.placeholder(TFloat32.class);
    private final Placeholder<TInt32> sites = tf.placeholder(TInt32.class);
    private final Placeholder<TFloat32> share = tf.placeholder(TFloat32.class);
    private final boolean windows;
    private final Optional<Operand<TFloat64>> energyTerm;
    private final Operand<TFloat64> loss;
    private final List<Output<?>> gradients;
    private final Adam adam;
    private final Assignment assignment;

    TrainingSession(
            Architecture architecture,
            Cnn.Training training,
            Optional<EnergyRegularizer> regularizer,
            Weights initial,
            ConfigProto configuration) {
        windows = training == Cnn.Training.DISTINCT_WINDOWS;
        layers = new Layers(tf, architecture);
        Operand<TFloat32> logits =
                tf.reshape(windows ? layers.windows(spins, rows) : layers.lattices(spins), tf.constant(new int[] {-1}));
        energyTerm = regularizer.map(term -> energyTerm(term, logits));
        Operand<TFloat64> crossEntropy = crossEntropy(logits);
        loss = energyTerm
                .<Operand<TFloat64>>map(term -> tf.math.add(crossEntropy, term))
                .orElse(crossEntropy);
        List<Variable<TFloat32>> variables = layers.variables();
        Output<?>[] inputs = variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        gradients = List.of(graph.addGradients(loss.asOutput(), inputs));
        adam = new Adam(tf, variables, gradients);
        assignment = new Assignment(tf, variables);
        session = new Session(graph, configuration);
        adam.start(session);
        assign(initial);
    }

    /** Gives the network these weights. */
    void assign(Weights weights) {
        assignment.assign(session, weights);
    }

    /** Added up as doubles, so that the finish can see how little the loss still falls. */
    private Operand<TFloat64> crossEntropy(Operand<TFloat32> z) {
        Operand<TFloat32> terms = tf.math.sub(tf.math.mul(counts, tf.math.softplus(z)), tf.math.mul(ups, z));
        return tf.reduceSum(tf.dtypes.cast(terms, TFloat64.class), tf.constant(0));
    }

    /** The mean spin 2p - 1 is tanh(z/2). */
    private Operand<TFloat64> energyTerm(EnergyRegularizer regularizer, Operand<TFloat32> z) {
        SiteEnergy energy = regularizer.energy();
        Operand<TFloat32> means = tf.math.tanh(tf.math.mul(z, tf.constant(0.5f)));
        Operand<TFloat32> spinsOfSites = tf.reshape(
                tf.gather(means, sites, tf.constant(0)), tf.constant(new int[] {-1, energy.rows(), energy.columns()}));
        Operand<TFloat32> differences = tf.math.sub(energy.of(tf, spinsOfSites), targetEnergies);
        Operand<TFloat32> weight = tf.math.mul(share, tf.constant((float) regularizer.gamma()));
        Operand<TFloat32> terms = tf.math.mul(tf.math.mul(differences, differences), weight);
        return tf.reduceSum(tf.dtypes.cast(terms, TFloat64.class), tf.constant(0));
    }

    /** Changes the weights by one step of Adam; returns the loss before it. */
    double step(Batch batch, double learningRate) {
        try (Adam.Step step = adam.next(learningRate);
                Result result = run(batch, step.feed(session.runner()).fetch(loss))) {
            return ((TFloat64) result.get(0)).getDouble();
        }
    }

    double loss(Batch batch) {
        return value(batch, loss);
    }

    /** What the regularizer, which must be there, adds to the loss. */
    double energyTerm(Batch batch) {
        return value(batch, energyTerm.orElseThrow());
    }

    private double value(Batch batch, Operand<TFloat64> fetched) {
        try (Result result = run(batch, session.runner().fetch(fetched))) {
            return ((TFloat64) result.get(0)).getDouble();
        }
    }

    /**
     * The loss, and its derivatives.
     *
     * @param gradient to which the derivatives are added, in the order of {@link Weights#values}
     */
    double lossAndGradient(Batch batch, double[] gradient) {
        Session.Runner runner = session.runner().fetch(loss);
        gradients.forEach(runner::fetch);
        try (Result result = run(batch, runner)) {
            int next = 0;
            for (int i = 1; i < result.size(); i++) {
                for (float derivative : TensorFlow.floats(result.get(i))) {
                    gradient[next++] += derivative;
                }
            }
            return ((TFloat64) result.get(0)).getDouble();
        }
    }

    private Result run(Batch batch, Session.Runner runner) {
        try (TUint8 spinsTensor = TensorFlow.tensor(batch.spins(), batch.shape());
                TFloat32 countsTensor = TensorFlow.tensor(batch.counts(), batch.counts().length);
                TFloat32 upsTensor = TensorFlow.tensor(batch.ups(), batch.ups().length);
                TInt32 rowsTensor = TensorFlow.tensor(
                        batch.rows(), batch.rows().length / batch.rowsPerWindow(), batch.rowsPerWindow())) {
            runner.feed(spins, spinsTensor).feed(counts, countsTensor).feed(ups, upsTensor);
            if (windows) {
                runner.feed(rows, rowsTensor);
            }
            return batch.energies().map(energies -> run(energies, runner)).orElseGet(runner::run);
        }
    }

    private Result run(TargetEnergies energies, Session.Runner runner) {
        try (TFloat32 energiesTensor = TensorFlow.tensor(energies.perSite(), energies.perSite().length);
                TInt32 sitesTensor = TensorFlow.tensor(energies.sites(), energies.sites().length);
                TFloat32 shareTensor = TFloat32.scalarOf(energies.share())) {
            return runner.feed(targetEnergies, energiesTensor)
                    .feed(sites, sitesTensor)
                    .feed(share, shareTensor)
                    .run();
        }
    }

    Weights weights() {
        Session.Runner runner = session.runner();
        layers.variables().forEach(runner::fetch);
        try (Result result = runner.run()) {
            List<float[]> arrays = new ArrayList<>();
            for (int i = 0; i < result.size(); i++) {
                arrays.add(TensorFlow.floats(result.get(i)));
            }
            return new Weights(arrays);
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
