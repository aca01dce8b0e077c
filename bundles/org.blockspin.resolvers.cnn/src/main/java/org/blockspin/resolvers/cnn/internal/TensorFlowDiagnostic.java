package org.blockspin.resolvers.cnn.internal;

import org.blockspin.api.Diagnostic;
import org.osgi.service.component.annotations.Component;

/** Says whether TensorFlow's native library can be loaded, and which one it is. */
@Component
public final class TensorFlowDiagnostic implements Diagnostic {
    @Override
    public String subject() {
        return "TensorFlow";
    }

    @Override
    public Finding examine() {
        try {
            return new Finding(
                    true, TensorFlow.call("being loaded", org.tensorflow.TensorFlow::version) + " on the CPU");
        } catch (IllegalStateException e) {
            return new Finding(false, String.valueOf(e.getMessage()));
        }
    }
}
