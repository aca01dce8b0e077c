package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Gives the variables of a graph their values. */
final class Assignment {
    private final List<Variable<TFloat32>> variables;
    private final List<Placeholder<TFloat32>> values = new ArrayList<>();
    private final Op assignAll;

    /** Adds the operations to the graph. */
    Assignment(Ops tf, List<Variable<TFloat32>> variables) {
        this.variables = variables;
        List<Operation> operations = new ArrayList<>();
        for (Variable<TFloat32> variable : variables) {
            Placeholder<TFloat32> value = tf.placeholder(TFloat32.class);
            values.add(value);
            operations.add(tf.assign(variable, value).op());
        }
        assignAll = tf.withControlDependencyOps(operations).noOp();
    }

    /** Assigns the weights, in the order of {@link Weights#arrays}. */
    void assign(Session session, Weights weights) {
        Session.Runner runner = session.runner().addTarget(assignAll);
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
