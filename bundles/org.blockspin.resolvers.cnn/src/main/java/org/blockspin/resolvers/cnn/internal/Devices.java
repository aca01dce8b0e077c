package org.blockspin.resolvers.cnn.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * What TensorFlow can compute on in this process: the CPU, and the first GPU if it works. Whether it does is tried once,
 * by a small convolution, when TensorFlow is used anyway or someone wants to know. Thread-safe.
 */
@Component(service = Devices.class)
public final class Devices {
    private static final int SIDE = 8;

    private final Expectation expectation;
    private Optional<Optional<String>> obstacle = Optional.empty();

    /** Expects what the script that started the process found out. */
    @Activate
    public Devices() {
        this(Expectation.ofThisProcess());
    }

    Devices(Expectation expectation) {
        this.expectation = expectation;
    }

    Expectation expectation() {
        return expectation;
    }

    /**
     * How a session computes on a device.
     *
     * @throws IllegalStateException if the GPU is asked for by name and does not work
     */
    ConfigProto configuration(Cnn.Device device) {
        if (device == Cnn.Device.CPU) {
            return TensorFlow.onCpu();
        }
        Optional<String> why = whyNoGpu();
        if (why.isEmpty()) {
            return TensorFlow.onGpu();
        } else if (device == Cnn.Device.AUTO) {
            return TensorFlow.onCpu();
        }
        throw new IllegalStateException("the device \"gpu\" is asked for, but there is none: " + why.get());
    }

    /** Why TensorFlow does not compute on a GPU, in a few words; empty if it can. */
    synchronized Optional<String> whyNoGpu() {
        if (obstacle.isEmpty()) {
            obstacle = Optional.of(tried());
        }
        return obstacle.get();
    }

    private Optional<String> tried() {
        try {
            return convolves(DeviceSpec.DeviceType.GPU)
                    ? Optional.empty()
                    : Optional.of("TensorFlow's first GPU computes wrong numbers");
        } catch (TFInvalidArgumentException e) {
            return Optional.of(expectation
                    .whyNoGpu()
                    .orElse("TensorFlow sees no GPU (with TF_CPP_MIN_LOG_LEVEL=0 it says what it looked for)"));
        } catch (TensorFlowException e) {
            return Optional.of("TensorFlow's first GPU does not work: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    /**
     * Whether a convolution of ones with ones comes out right on a device. The numbers are fed: constants would be
     * folded on the CPU.
     *
     * @throws TFInvalidArgumentException if there is no such device
     */
    static boolean convolves(DeviceSpec.DeviceType device) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorFlow.onGpu());
                TFloat32 ones = TensorFlow.tensor(ones(), 1, SIDE, SIDE, 1)) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> input = tf.placeholder(TFloat32.class);
            Operand<TFloat32> kernel = tf.reshape(input, tf.constant(new int[] {SIDE, SIDE, 1, 1}));
            Operand<TFloat32> sum =
                    tf.withDevice(first(device)).nn.conv2d(input, kernel, List.of(1L, 1L, 1L, 1L), "VALID");
            try (Result result = session.runner().feed(input, ones).fetch(sum).run()) {
                return Arrays.equals(TensorFlow.floats(result.get(0)), new float[] {SIDE * SIDE});
            }
        }
    }

    private static DeviceSpec first(DeviceSpec.DeviceType type) {
        return DeviceSpec.newBuilder().deviceType(type).deviceIndex(0).build();
    }

    private static float[] ones() {
        float[] ones = new float[SIDE * SIDE];
        Arrays.fill(ones, 1);
        return ones;
    }
}
