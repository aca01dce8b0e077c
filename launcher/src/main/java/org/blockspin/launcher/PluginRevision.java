package org.blockspin.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** A copy of a plugin jar that is installed. Changed under the lock of {@link Revisions} only. */
final class PluginRevision {
    private final Bundle bundle;
    private final JarCopy copy;
    private int holds;
    private boolean draining;
    private boolean abandoned;
    private Optional<String> refusal = Optional.empty();

    PluginRevision(Bundle bundle, JarCopy copy) {
        this.bundle = bundle;
        this.copy = copy;
    }

    Bundle bundle() {
        return bundle;
    }

    JarCopy copy() {
        return copy;
    }

    Path jar() {
        return copy.jar();
    }

    String name() {
        return String.valueOf(bundle.getSymbolicName());
    }

    /** Symbolic name and version. */
    String title() {
        return Explanation.nameOf(bundle);
    }

    /** It stays for one run more. */
    void hold() {
        holds++;
    }

    /** It stays for one run less. */
    void release() {
        holds--;
    }

    boolean isHeld() {
        return holds > 0;
    }

    /** No new run gets it, and it goes when nobody uses it any more. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    /** No new run gets it, for this reason. */
    void refuse(String reason) {
        refusal = Optional.of(reason);
    }

    /** The same, and nothing is done to it any more: it is beyond control. */
    void abandon(String reason) {
        refuse(reason);
        abandoned = true;
    }

    /** Whether it is to go. */
    boolean isLeaving() {
        return draining && !abandoned;
    }

    Optional<String> refusal() {
        return refusal;
    }

    /** Whether new runs may get it. */
    boolean isReady() {
        return !draining && refusal.isEmpty();
    }
}
