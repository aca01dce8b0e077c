package org.blockspin.samplers.simd.internal;

import org.blockspin.samplers.internal.replicas.Grid;
import org.blockspin.samplers.internal.replicas.Kernels;

/** Makes {@link VectorKernels}. */
public final class VectorKernelsMaker implements Kernels.Maker {
    @Override
    public Kernels make(Grid grid) {
        return new VectorKernels(grid);
    }

    @Override
    public String technique() {
        return "vectors of " + VectorKernels.BITS + " bits (Vector API)";
    }
}
