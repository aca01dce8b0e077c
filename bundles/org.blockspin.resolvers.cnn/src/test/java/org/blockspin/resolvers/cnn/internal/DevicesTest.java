package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.DeviceBenchmark.Comparison;
import org.blockspin.api.DeviceBenchmark.Measurement;
import org.blockspin.api.DeviceBenchmark.Rate;
import org.blockspin.api.Diagnostic.Finding;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.exceptions.TFInvalidArgumentException;

/** With TensorFlow's library for the CPU: what happens where there is no GPU. */
class DevicesTest {
    private static final Expectation NONE = new Expectation(false, Optional.of("there is no driver"));
    private static final Expectation MISSING = new Expectation(true, Optional.of("CUDA is missing"));
    private static final Expectation EXPECTED = new Expectation(true, Optional.empty());

    @Test
    void deviceThatWorksConvolves() {
        assertThat(Devices.convolves(DeviceType.CPU)).isTrue();
    }

    @Test
    void deviceThatIsMissingIsRefused() {
        assertThatThrownBy(() -> Devices.convolves(DeviceType.GPU)).isInstanceOf(TFInvalidArgumentException.class);
    }

    @Test
    void withoutAGpuTheCpuComputes() {
        assertThat(new Devices(NONE).configuration(Cnn.Device.AUTO)).isEqualTo(TensorFlow.onCpu());
        assertThat(new Devices(NONE).configuration(Cnn.Device.CPU)).isEqualTo(TensorFlow.onCpu());
    }

    @Test
    void gpuByNameIsRefusedWithTheReason() {
        assertThatThrownBy(() -> new Devices(NONE).configuration(Cnn.Device.GPU))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the device \"gpu\" is asked for, but there is none: there is no driver");
        assertThatThrownBy(() -> new Devices(EXPECTED).configuration(Cnn.Device.GPU))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TensorFlow sees no GPU");
    }

    @Test
    void gpuThatIsExpectedAndMissingIsUnhealthy() {
        assertThat(new TensorFlowDiagnostic(new Devices(NONE)).examine())
                .isEqualTo(new Finding(true, "2.18.0 on the CPU"));
        assertThat(new TensorFlowDiagnostic(new Devices(MISSING)).examine())
                .isEqualTo(new Finding(true, "2.18.0 on the CPU"));
        Finding expected = new TensorFlowDiagnostic(new Devices(EXPECTED)).examine();
        assertThat(expected.healthy()).isFalse();
        assertThat(expected.text()).startsWith("2.18.0 on the CPU: TensorFlow sees no GPU");
    }

    /** The sessions that would use a GPU compute on the CPU where there is none, to the same bits. */
    @ParameterizedTest
    @EnumSource
    void bitsDoNotDependOnTheThreadsThatLaunchOperations(Cnn.Training training) {
        Architecture architecture = TestData.architecture(2, List.of(8, 4), List.of(3, 1, 3));
        Weights initial = TestData.weights(architecture, RandomStreams.of(1, "weights"));
        TrainingSet set = TestData.set(TestData.lattice(6, 7), 40);
        Batches batches = training == Cnn.Training.DISTINCT_WINDOWS
                ? new DistinctWindows(architecture, set, 40, Optional.empty())
                : new WholeLattices(set, 40, Optional.empty());
        try (TrainingSession one =
                        new TrainingSession(architecture, training, Optional.empty(), initial, TensorFlow.onCpu());
                TrainingSession other =
                        new TrainingSession(architecture, training, Optional.empty(), initial, TensorFlow.onGpu())) {
            int[] numbers = IntStream.range(0, 40).toArray();
            for (int step = 0; step < 20; step++) {
                Batch batch = batches.batch(numbers, 0, 40);
                assertThat(other.step(batch, 0.01)).isEqualTo(one.step(batch, 0.01));
            }
            List<float[]> expected = one.weights().arrays();
            List<float[]> found = other.weights().arrays();
            for (int array = 0; array < expected.size(); array++) {
                assertThat(found.get(array)).isEqualTo(expected.get(array));
            }
        }
    }

    @Test
    void benchmarkMeasuresTheCpuAndSaysWhyThereIsNoGpu() {
        Comparison none = new TensorFlowBenchmark(new Devices(NONE), new Trial(20, 2, 1)).compare();
        assertThat(none.gpu()).isEqualTo(new Finding(true, "none: there is no driver"));
        assertThat(none.measurements()).extracting(Measurement::device).containsExactly("CPU");
        assertThat(none.measurements().get(0).rates())
                .extracting(Rate::work)
                .containsExactly(
                        "training steps (distinct windows)", "training steps (whole lattices)", "super-resolved sites");
        assertThat(none.measurements().get(0).rates())
                .allSatisfy(rate -> assertThat(rate.perSecond()).isPositive().isFinite());
        Comparison missing = new TensorFlowBenchmark(new Devices(MISSING), new Trial(20, 2, 1)).compare();
        assertThat(missing.gpu()).isEqualTo(new Finding(false, "none: CUDA is missing"));
        assertThat(missing.measurements().get(0).loss())
                .isEqualTo(none.measurements().get(0).loss())
                .isBetween(0.3, 0.8);
    }
}
