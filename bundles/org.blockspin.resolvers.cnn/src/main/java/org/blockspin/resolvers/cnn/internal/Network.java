package org.blockspin.resolvers.cnn.internal;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * A trained network that is only evaluated; as a SavedModel it has two signatures, for whole lattices of any size and
 * for windows. Thread-safe.
 */
final class Network implements AutoCloseable {
    private static final String SPINS = "spins";
    private static final String LOGITS = "logits";
    private static final String PROBABILITIES = "probabilities";
    private static final String SUBWINDOWS = "subwindows";
    private static final String ROWS = "rows";
    private static final String WINDOW_PROBABILITIES = "window-probabilities";

    private final Session session;
    private final List<AutoCloseable> resources;

    private Network(Session session, List<AutoCloseable> resources) {
        this.session = session;
        this.resources = resources;
    }

    static Network of(Architecture architecture, Weights weights, ConfigProto configuration) {
        Graph graph = new Graph();
        Ops tf = Ops.create(graph);
        Layers layers = new Layers(tf, architecture);
        Placeholder<TUint8> spins =
                tf.withName(SPINS).placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, -1, -1)));
        Operand<TFloat32> logits = tf.withName(LOGITS).identity(layers.lattices(spins));
        tf.withName(PROBABILITIES).math.sigmoid(logits);
        Placeholder<TUint8> subwindows = tf.withName(SUBWINDOWS)
                .placeholder(
                        TUint8.class,
                        Placeholder.shape(Shape.of(-1, architecture.subwindowHeight(), architecture.subwindowWidth())));
        Placeholder<TInt32> rows = tf.withName(ROWS).placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, -1)));
        tf.withName(WINDOW_PROBABILITIES).math.sigmoid(layers.windows(subwindows, rows));
        Assignment assignment = new Assignment(tf, layers.variables());
        Session session = new Session(graph, configuration);
        assignment.assign(session, weights);
        return new Network(session, List.of(session, graph));
    }

    static Network load(Path folder, ConfigProto configuration) {
        SavedModelBundle bundle = SavedModelBundle.loader(folder.toString())
                .withTags(SavedModelBundle.DEFAULT_TAG)
                .withConfigProto(configuration)
                .load();
        return new Network(bundle.session(), List.of(bundle));
    }

    /** Probabilities of up, row by row, of a batch of lattices [configuration, row, column]. */
    float[] probabilities(byte[] spins, int[] shape) {
        return evaluate(spins, shape, PROBABILITIES);
    }

    /** ln(p / (1 - p)) of the {@link #probabilities}. */
    float[] logits(byte[] spins, int[] shape) {
        return evaluate(spins, shape, LOGITS);
    }

    private float[] evaluate(byte[] spins, int[] shape, String output) {
        try (TUint8 input = TensorFlow.tensor(spins, shape);
                Result result =
                        session.runner().feed(SPINS, input).fetch(output).run()) {
            return TensorFlow.floats(result.get(0));
        }
    }

    /** Probabilities of up [window, target]. */
    float[] probabilities(Subwindows windows) {
        int count = windows.rows().length / windows.rowsPerWindow();
        try (TUint8 spins = TensorFlow.tensor(windows.spins(), windows.shape());
                TInt32 rows = TensorFlow.tensor(windows.rows(), count, windows.rowsPerWindow());
                Result result = session.runner()
                        .feed(SUBWINDOWS, spins)
                        .feed(ROWS, rows)
                        .fetch(WINDOW_PROBABILITIES)
                        .run()) {
            return TensorFlow.floats(result.get(0));
        }
    }

    /** Writes a SavedModel, the same bytes for the same network. */
    void save(Path folder) throws IOException {
        SavedModelBundle.exporter(folder.toString())
                .withTags(SavedModelBundle.DEFAULT_TAG)
                .withSession(session)
                .withSignatures(
                        signature(Signature.DEFAULT_KEY, List.of(SPINS), PROBABILITIES),
                        signature("windows", List.of(SUBWINDOWS, ROWS), WINDOW_PROBABILITIES))
                .export();
        writeDeterministically(folder.resolve("saved_model.pb"));
    }

    /** TensorFlow writes the maps of the protocol buffer in any order. */
    private static void writeDeterministically(Path file) throws IOException {
        SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(bytes);
        coded.useDeterministicSerialization();
        model.writeTo(coded);
        coded.flush();
        Files.write(file, bytes.toByteArray());
    }

    private Signature signature(String key, List<String> inputs, String output) {
        Signature.Builder builder = Signature.builder(key).methodName("predict");
        inputs.forEach(input -> builder.input(input, session.graph().outputOrThrow(input)));
        return builder.output(output, session.graph().outputOrThrow(output)).build();
    }

    /** Closes the session first: a graph waits for its sessions. */
    @Override
    public void close() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("a network could not be closed", e);
            }
        }
    }
}
