package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Gives the variables of a graph their values. */
final class Assignment {
    private Assignment() {}

    /** Assigns the weights to the variables and runs {@code others} with it. */
    static void assign(
            Ops tf, Session session, List<Variable<TFloat32>> variables, Weights weights, List<Operation> others) {
        List<Operation> operations = new ArrayList<>(others);
        List<Placeholder<TFloat32>> values = new ArrayList<>();
        for (Variable<TFloat32> variable : variables) {
            values.add(tf.placeholder(TFloat32.class));
            operations.add(tf.assign(variable, values.get(values.size() - 1)).op());
        }
        Session.Runner runner = session.runner()
                .addTarget(tf.withControlDependencyOps(operations).noOp());
        List<TFloat32> tensors = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            tensors.add(
                    TensorFlow.tensor(weights.arrays().get(i), variables.get(i).shape()));
            runner.feed(values.get(i), tensors.get(i));
        }
        runner.run().close();
        tensors.forEach(TFloat32::close);
    }
}
