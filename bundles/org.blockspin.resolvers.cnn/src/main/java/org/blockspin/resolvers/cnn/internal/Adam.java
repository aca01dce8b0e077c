package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba 2015) with beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7, as operations of a graph.
 *
 * <p>Every update waits for all gradients and the powers of the betas are fed, so that nothing depends on the order in
 * which TensorFlow runs the operations.
 */
final class Adam {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-7f;

    private final Placeholder<TFloat32> rate;
    private final Placeholder<TFloat32> power1;
    private final Placeholder<TFloat32> power2;
    private final List<Operation> resets = new ArrayList<>();
    private final Op reset;
    private final Op update;
    private double beta1ToTheStep = 1;
    private double beta2ToTheStep = 1;

    Adam(Ops tf, List<Variable<TFloat32>> variables, List<Output<?>> gradients) {
        rate = tf.placeholder(TFloat32.class);
        power1 = tf.placeholder(TFloat32.class);
        power2 = tf.placeholder(TFloat32.class);
        Ops afterGradients =
                tf.withControlDependencyOps(gradients.stream().map(Output::op).toList());
        List<Operation> updates = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            @SuppressWarnings("unchecked") // the gradient of a float variable
            Output<TFloat32> gradient = (Output<TFloat32>) gradients.get(i);
            updates.add(afterGradients
                    .train
                    .applyAdam(
                            variables.get(i),
                            moment(tf, variables.get(i)),
                            moment(tf, variables.get(i)),
                            power1,
                            power2,
                            rate,
                            tf.constant((float) BETA_1),
                            tf.constant((float) BETA_2),
                            tf.constant(EPSILON),
                            gradient)
                    .op());
        }
        update = tf.withControlDependencyOps(updates).noOp();
        reset = tf.withControlDependencyOps(resets).noOp();
    }

    private Operand<TFloat32> moment(Ops tf, Variable<TFloat32> variable) {
        Variable<TFloat32> moment = tf.variable(variable.shape(), TFloat32.class);
        resets.add(tf.assign(moment, tf.zeros(tf.constant(variable.shape().asArray()), TFloat32.class))
                .op());
        return moment;
    }

    /** Sets all moments to zero. */
    void start(Session session) {
        session.runner().addTarget(reset).run().close();
    }

    /** The next step; the steps of a training are counted here. */
    Step next(double learningRate) {
        beta1ToTheStep *= BETA_1;
        beta2ToTheStep *= BETA_2;
        return new Step(
                TFloat32.scalarOf((float) learningRate),
                TFloat32.scalarOf((float) beta1ToTheStep),
                TFloat32.scalarOf((float) beta2ToTheStep));
    }

    /** The tensors of one step. */
    final class Step implements AutoCloseable {
        private final TFloat32 learningRate;
        private final TFloat32 beta1Power;
        private final TFloat32 beta2Power;

        private Step(TFloat32 learningRate, TFloat32 beta1Power, TFloat32 beta2Power) {
            this.learningRate = learningRate;
            this.beta1Power = beta1Power;
            this.beta2Power = beta2Power;
        }

        Session.Runner feed(Session.Runner runner) {
            return runner.feed(rate, learningRate)
                    .feed(power1, beta1Power)
                    .feed(power2, beta2Power)
                    .addTarget(update);
        }

        @Override
        public void close() {
            learningRate.close();
            beta1Power.close();
            beta2Power.close();
        }
    }
}
