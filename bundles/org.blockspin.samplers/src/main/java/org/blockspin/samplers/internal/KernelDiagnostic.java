package org.blockspin.samplers.internal;

import org.blockspin.api.Diagnostic;
import org.blockspin.samplers.internal.replicas.Grid;
import org.blockspin.samplers.internal.replicas.Kernels;
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
        return new Finding(
                true,
                "cluster, exact-chain, and metropolis for the Ising model on square lattices run " + Grid.REPLICAS
                        + " replicas at once, in "
                        + Kernels.fastest().technique()
                        + "; all else is sampled one configuration at a time");
    }
}
