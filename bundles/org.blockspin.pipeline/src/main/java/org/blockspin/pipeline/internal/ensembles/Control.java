package org.blockspin.pipeline.internal.ensembles;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.blockspin.api.Progress;

/** Lets a run be cancelled from outside while its plan's recipes compute. */
public final class Control {
    private volatile BooleanSupplier cancelled = () -> false;

    public void cancelWhen(BooleanSupplier condition) {
        this.cancelled = condition;
    }

    public void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the run was cancelled");
        }
    }

    /** A progress that reports nothing and is cancelled with the run. */
    public Progress silent() {
        return new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {
                Control.this.checkCancelled();
            }
        };
    }
}
