package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.Diagnostic;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same {@link Trial} on every device. */
@Component
public final class TensorFlowBenchmark implements DeviceBenchmark {
    private final Devices devices;
    private final Trial trial;

    /** @param devices what TensorFlow can compute on here */
    @Activate
    public TensorFlowBenchmark(@Reference Devices devices) {
        this(devices, new Trial(1000, 10, 128));
    }

    TensorFlowBenchmark(Devices devices, Trial trial) {
        this.devices = devices;
        this.trial = trial;
    }

    @Override
    public String subject() {
        return "TensorFlow";
    }

    @Override
    public Comparison compare() {
        return TensorFlow.call("comparing devices", () -> {
            List<Measurement> measurements = new ArrayList<>();
            measurements.add(trial.on("CPU", TensorFlow.onCpu()));
            Optional<String> why = devices.whyNoGpu();
            if (why.isEmpty()) {
                measurements.add(trial.on("GPU:0", TensorFlow.onGpu()));
            }
            boolean healthy = why.isEmpty() || !devices.expectation().driver();
            String text = why.map(reason -> "none: " + reason).orElseGet(Nvidia::ofThisMachine);
            return new Comparison(new Diagnostic.Finding(healthy, text), measurements);
        });
    }
}
