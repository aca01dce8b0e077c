package org.blockspin.samplers.internal;

import org.blockspin.api.Diagnostic;
import org.osgi.service.component.annotations.Component;

/** Says which kernels this bundle samples with. */
@Component
public final class KernelDiagnostic implements Diagnostic {
    @Override
    public String subject() {
        return "samplers";
    }

    @Override
    public Finding examine() {
        return new Finding(true, "reference kernels, one configuration at a time");
    }
}
