package org.blockspin.resolvers.cnn.internal;

import java.util.Optional;
import org.blockspin.api.Diagnostic;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether TensorFlow's native library can be loaded, which one it is, and what it computes on. */
@Component
public final class TensorFlowDiagnostic implements Diagnostic {
    private final Devices devices;

    @Activate
    public TensorFlowDiagnostic(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public String subject() {
        return "TensorFlow";
    }

    @Override
    public Finding examine() {
        try {
            return TensorFlow.call("being loaded", this::found);
        } catch (IllegalStateException e) {
            return new Finding(false, String.valueOf(e.getMessage()));
        }
    }

    private Finding found() {
        String version = org.tensorflow.TensorFlow.version();
        Optional<String> why = devices.whyNoGpu();
        if (why.isEmpty()) {
            return new Finding(true, version + " on the first GPU (" + Nvidia.ofThisMachine() + ")");
        }
        boolean expected = devices.expectation().driver()
                && devices.expectation().whyNoGpu().isEmpty();
        return new Finding(!expected, version + " on the CPU" + (expected ? ": " + why.get() : ""));
    }
}
