package org.blockspin.pipeline.internal.run;

import java.util.function.Consumer;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.internal.binding.Leases;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.plugins.PluginFolder;
import org.osgi.framework.BundleContext;

/**
 * What a run uses of plugins: those of its plan, and other services. When it ends all of it is let go, unless a thread of
 * the run is left behind in it.
 */
final class PluginUse implements AutoCloseable {
    private final LeasedPlan plan;
    private final Leases leases;
    private final PluginFolder folder;
    private final Consumer<String> notices;
    private final Blame blame;
    private final LeftBehind leftBehind = new LeftBehind();

    PluginUse(LeasedPlan plan, BundleContext context, PluginFolder folder, Consumer<String> notices) {
        this.plan = plan;
        this.leases = new Leases(context);
        this.folder = folder;
        this.notices = notices;
        this.blame = new Blame(plan.snapshot().used());
    }

    LeasedPlan plan() {
        return plan;
    }

    /** Further services that the run uses. */
    Leases leases() {
        return leases;
    }

    /** Takes a thread that does not stop. */
    void leaveBehind(Thread thread) {
        leftBehind.add(thread);
    }

    /** The engine that uses it. */
    Engine engine(RunFolder runFolder, Engine.Options options, RunListener listener) {
        return new Engine(plan.pipeline(), runFolder, options, listener, blame, leftBehind);
    }

    @Override
    public void close() {
        if (leftBehind.isEmpty()) {
            plan.pipeline().steps().forEach(step -> step.family().members().forEach(member -> close(member.product())));
            leases.close();
            plan.close();
        } else {
            leftBehind.sentences(blame).forEach(notices);
            leftBehind.culprits(blame).forEach(this::quarantine);
        }
    }

    private static void close(Object product) {
        if (product instanceof Training training) {
            training.close();
        }
    }

    private void quarantine(Blame.Culprit culprit) {
        folder.quarantine(
                culprit.plugin().provider().id(), "its " + culprit.title() + " did not stop when its run ended");
    }
}
