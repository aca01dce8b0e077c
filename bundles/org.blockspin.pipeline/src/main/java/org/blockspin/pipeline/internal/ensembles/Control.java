package org.blockspin.pipeline.internal.ensembles;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.api.Progress;

/** Connects the recipes of a plan with the run that computes them: it may be cancelled, and may say something. */
public final class Control {
    private volatile BooleanSupplier cancelled = () -> false;
    private volatile Consumer<String> notices = text -> {};

    /** The run begins: who cancels it, and who hears what the user should know. */
    public void begin(BooleanSupplier cancelCondition, Consumer<String> listener) {
        this.cancelled = cancelCondition;
        this.notices = listener;
    }

    /** Tells the user something in one sentence. */
    public void notice(String sentence) {
        notices.accept(sentence);
    }

    /** The run ends, whatever is still under way. */
    public void stop() {
        this.cancelled = () -> true;
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
