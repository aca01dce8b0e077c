package org.blockspin.resolvers.cnn.internal;

import java.util.function.Supplier;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** The border to TensorFlow: arrays to tensors and back, threads, failures. */
final class TensorFlow {
    private TensorFlow() {}

    /**
     * The CPU alone. One thread an operation, and all operations of a run in the thread that asked for it: several
     * trainings or blocks run at once in threads of the engine, and a shared pool would make them wait for each other.
     */
    static ConfigProto onCpu() {
        return ConfigProto.newBuilder()
                .putDeviceCount("GPU", 0)
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(-1)
                .build();
    }

    /**
     * The first GPU for what it can do, the CPU for the rest. The memory of the GPU is taken as it is needed, for
     * others may use it too, and other GPUs are left alone. Every session has threads of its own that launch its
     * operations: TensorFlow uses a pool where there is more than one device, and the shared one has as many threads
     * as the first session of the process asked for.
     */
    static ConfigProto onGpu() {
        return ConfigProto.newBuilder()
                .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true).setVisibleDeviceList("0"))
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(2)
                .setUsePerSessionThreads(true)
                .build();
    }

    /** Calls TensorFlow; its exceptions and those of a missing native library get a sentence that says what failed. */
    static <T> T call(String activity, Supplier<T> action) {
        try {
            return action.get();
        } catch (TensorFlowException e) {
            throw new IllegalStateException("TensorFlow failed while " + activity + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "TensorFlow's native library could not be loaded while " + activity
                            + "; the TensorFlow feature for this platform (" + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ") may not be installed: " + e.getMessage(),
                    e);
        }
    }

    static TUint8 tensor(byte[] values, int... shape) {
        return TUint8.tensorOf(shape(shape), DataBuffers.of(values, true, false));
    }

    static TInt32 tensor(int[] values, int... shape) {
        return TInt32.tensorOf(shape(shape), DataBuffers.of(values, true, false));
    }

    static TFloat32 tensor(float[] values, int... shape) {
        return TFloat32.tensorOf(shape(shape), DataBuffers.of(values, true, false));
    }

    static TFloat32 tensor(float[] values, Shape shape) {
        return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
    }

    static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    private static Shape shape(int... extents) {
        long[] wide = new long[extents.length];
        for (int i = 0; i < extents.length; i++) {
            wide[i] = extents[i];
        }
        return Shape.of(wide);
    }
}
