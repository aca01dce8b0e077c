package org.blockspin.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.plugins.Inspection;
import org.blockspin.plugins.Inspector;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Installs copies of jars beside everything else, starts them, and has them inspected, unseen by any run. */
final class PluginTrials {
    /**
     * What came out.
     *
     * @param bundle what is installed now, if anything is
     * @param inspection problems of the start, or what was found after it
     * @param underControl whether the bundle can be uninstalled: not where something in it has not returned
     */
    record Trial(Optional<Bundle> bundle, Inspection inspection, boolean underControl) {
        boolean passed() {
            return inspection.problems().isEmpty();
        }
    }

    private final BundleContext context;
    private final Revisions revisions;
    private final AllowedJars allowed;

    PluginTrials(BundleContext context, Revisions revisions, AllowedJars allowed) {
        this.context = context;
        this.revisions = revisions;
        this.allowed = allowed;
    }

    Trial attempt(JarCopy copy, BundleStarter starter) {
        Optional<String> problem = copy.problem().or(copy::damage).or(() -> allowed.problem(copy));
        if (problem.isPresent()) {
            return new Trial(Optional.empty(), refused(problem.get()), true);
        }
        try {
            Bundle bundle = context.installBundle(copy.artifact().location());
            revisions.hide(bundle);
            return attempt(bundle, starter);
        } catch (BundleException e) {
            return new Trial(Optional.empty(), refused(copy.jar() + " is not installed: " + e.getMessage()), true);
        }
    }

    private Trial attempt(Bundle bundle, BundleStarter starter) {
        if (isFragment(bundle)) {
            String warning = Explanation.nameOf(bundle) + " is a fragment: its host gets it at the next start";
            return new Trial(Optional.of(bundle), new Inspection(List.of(), List.of(), List.of(warning)), true);
        }
        if (!context.getBundle().adapt(FrameworkWiring.class).resolveBundles(List.of(bundle))) {
            return new Trial(Optional.of(bundle), refused(new Explanation(context).ofUnresolved(bundle)), true);
        }
        Optional<String> failure = starter.start(bundle);
        if (failure.isPresent()) {
            return new Trial(Optional.of(bundle), refused(failure.get()), bundle.getState() != Bundle.STARTING);
        }
        return inspect(bundle, starter);
    }

    static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private Trial inspect(Bundle bundle, BundleStarter starter) {
        return starter.limited("a plugin of it", () -> inspected(bundle), reason -> late(bundle, reason));
    }

    private Trial inspected(Bundle bundle) {
        try {
            return inspect(bundle);
        } catch (RuntimeException | LinkageError | InvalidSyntaxException e) {
            return new Trial(Optional.of(bundle), refused(Explanation.nameOf(bundle) + " cannot be used: " + e), true);
        }
    }

    private static Trial late(Bundle bundle, String reason) {
        return new Trial(
                Optional.of(bundle), refused(Explanation.nameOf(bundle) + " cannot be used: " + reason), false);
    }

    private Trial inspect(Bundle bundle) throws InvalidSyntaxException {
        List<String> contributions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ServiceReference<Inspector> reference : context.getServiceReferences(Inspector.class, null)) {
            Inspection found = context.getService(reference).inspect(bundle);
            contributions.addAll(found.contributions());
            problems.addAll(found.problems());
            warnings.addAll(found.warnings());
        }
        boolean exports = !bundle.adapt(BundleRevision.class)
                .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                .isEmpty();
        if (contributions.isEmpty() && problems.isEmpty() && !exports) {
            warnings.add(Explanation.nameOf(bundle)
                    + " contributes nothing: it registers no plugin and exports no package (is @Component missing?)");
        }
        return new Trial(Optional.of(bundle), new Inspection(contributions, problems, warnings), true);
    }

    private static Inspection refused(String problem) {
        return new Inspection(List.of(), List.of(problem), List.of());
    }
}
