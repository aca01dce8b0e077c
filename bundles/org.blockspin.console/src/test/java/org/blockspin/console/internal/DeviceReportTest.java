package org.blockspin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Supplier;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.Diagnostic.Finding;
import org.junit.jupiter.api.Test;

class DeviceReportTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void devicesStandBesideEachOtherWithTheDifferenceOfTheirLosses() {
        boolean healthy = print(() -> new DeviceBenchmark.Comparison(
                new Finding(true, "A card"),
                List.of(measurement("CPU", 12.34567, 0.5), measurement("GPU:0", 2.5e7, 0.500000125))));
        assertThat(healthy).isTrue();
        assertThat(printed.toString().lines())
                .containsExactly(
                        "GPU          A card",
                        "Tensors, done a second                                     CPU         GPU:0",
                        "  steps                                                  12.35     2.500e+07",
                        "loss                                               0.500000000   0.500000125",
                        "loss, less that of the CPU                           +0.00e+00     +1.25e-07");
    }

    @Test
    void withoutAGpuTheReasonAndTheCpuAreShown() {
        boolean healthy = print(() -> new DeviceBenchmark.Comparison(
                new Finding(true, "none: no driver"), List.of(measurement("CPU", 1, 0.5))));
        assertThat(healthy).isTrue();
        assertThat(printed.toString())
                .contains("none: no driver", "CPU", "0.500000000")
                .doesNotContain("less");
    }

    @Test
    void gpuThatShouldWorkAndDoesNotIsUnhealthy() {
        assertThat(print(() -> new DeviceBenchmark.Comparison(
                        new Finding(false, "none: CUDA is missing"), List.of(measurement("CPU", 1, 0.5)))))
                .isFalse();
    }

    @Test
    void deviceThatFailsIsOneLine() {
        assertThat(print(() -> {
                    throw new IllegalStateException("out of memory");
                }))
                .isFalse();
        assertThat(printed.toString().lines()).containsExactly("GPU          out of memory");
    }

    private boolean print(Supplier<DeviceBenchmark.Comparison> comparison) {
        DeviceBenchmark benchmark = new DeviceBenchmark() {
            @Override
            public String subject() {
                return "Tensors";
            }

            @Override
            public Comparison compare() {
                return comparison.get();
            }
        };
        return new DeviceReport(new PrintWriter(printed, true)).print(List.of(benchmark));
    }

    private static DeviceBenchmark.Measurement measurement(String device, double perSecond, double loss) {
        return new DeviceBenchmark.Measurement(device, List.of(new DeviceBenchmark.Rate("steps", perSecond)), loss);
    }
}
