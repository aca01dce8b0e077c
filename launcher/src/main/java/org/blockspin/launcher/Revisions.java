package org.blockspin.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The revisions of plugins that are installed, side by side. Of those of one symbolic name the last installed that is
 * ready serves: the services of the others are hidden from whoever looks for services, and stay with those who have them
 * already. Runs hold what served when they began, and the framework counts who else uses a service, so that it is known
 * when a revision may go. Thread-safe.
 */
final class Revisions implements FindHook {
    private static final int REFRESH_SECONDS = 10;

    private final FrameworkWiring wiring;
    private final List<PluginRevision> revisions = new ArrayList<>();
    private final Set<Long> candidates = new HashSet<>();
    private volatile Set<Long> hidden = Set.of();

    Revisions(Bundle framework) {
        this.wiring = framework.adapt(FrameworkWiring.class);
    }

    /** Hides what does not serve new runs; a bundle always sees its own services. */
    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Set<Long> ids = hidden;
        if (!ids.isEmpty()) {
            references.removeIf(reference -> Optional.ofNullable(reference.getBundle())
                    .filter(bundle -> ids.contains(bundle.getBundleId()))
                    .filter(bundle ->
                            bundle.getBundleId() != context.getBundle().getBundleId())
                    .isPresent());
        }
    }

    /** No run gets it before it is admitted. */
    synchronized void hide(Bundle candidate) {
        candidates.add(candidate.getBundleId());
        select();
    }

    /** Uninstalls a candidate that will not be admitted. */
    synchronized void dismiss(Bundle candidate, BundleStarter starter) {
        if (starter.uninstall(candidate).isEmpty()) {
            candidates.remove(candidate.getBundleId());
            select();
        }
    }

    /** Looks at services while no revision comes or goes. */
    synchronized <T> T undisturbed(Supplier<T> look) {
        return look.get();
    }

    /** What serves now stays until what is returned is run, once. */
    synchronized Runnable hold() {
        List<PluginRevision> held = List.copyOf(serving().values());
        held.forEach(PluginRevision::hold);
        return () -> release(held);
    }

    private synchronized void release(List<PluginRevision> held) {
        held.forEach(PluginRevision::release);
    }

    /**
     * From now on it serves, if it is ready, and what it takes the place of does not: older revisions of its name, and
     * those that are leaving.
     */
    synchronized void admit(PluginRevision revision, Collection<PluginRevision> leaving) {
        candidates.remove(revision.bundle().getBundleId());
        revisions.add(revision);
        drain(leaving);
    }

    /** From now on new runs do not get these. */
    synchronized void drain(Collection<PluginRevision> leaving) {
        leaving.forEach(PluginRevision::drain);
        select();
    }

    /** From now on new runs do not get this bundle; empty if it is none of ours. */
    synchronized List<PluginRevision> refuse(long bundle, String reason) {
        List<PluginRevision> found = revisions.stream()
                .filter(revision -> revision.bundle().getBundleId() == bundle)
                .toList();
        found.forEach(revision -> revision.refuse(reason));
        select();
        return found;
    }

    /** All at once: a run never sees half of a change. */
    private void select() {
        Collection<PluginRevision> serving = serving().values();
        Stream<Long> others = revisions.stream()
                .filter(revision -> !serving.contains(revision))
                .map(revision -> revision.bundle().getBundleId());
        hidden = Stream.concat(candidates.stream(), others).collect(Collectors.toUnmodifiableSet());
    }

    /** By symbolic name. */
    synchronized Map<String, PluginRevision> serving() {
        Map<String, PluginRevision> serving = new LinkedHashMap<>();
        revisions.stream().filter(PluginRevision::isReady).forEach(revision -> serving.put(revision.name(), revision));
        return serving;
    }

    /** In the order of installation. */
    synchronized List<PluginRevision> all() {
        return List.copyOf(revisions);
    }

    /** Bundles that would be started anew if these were removed now: they use packages of them. */
    List<Bundle> dependents(Collection<PluginRevision> leaving) {
        List<Bundle> bundles = leaving.stream().map(PluginRevision::bundle).toList();
        return wiring.getDependencyClosure(bundles).stream()
                .filter(bundle -> !bundles.contains(bundle))
                .toList();
    }

    /**
     * Uninstalls what is draining and no longer used, together with whatever uses its packages.
     *
     * @param starter does it, within its limit
     * @param listener hears what is started anew, and what cannot be removed
     */
    synchronized void collect(BundleStarter starter, Consumer<String> listener) {
        for (PluginRevision revision : all()) {
            if (revision.isLeaving() && isIdle(revision)) {
                List<Bundle> dependents = dependents(List.of(revision));
                if (!dependents.isEmpty()) {
                    listener.accept("started anew, for they use packages of " + revision.title() + ": "
                            + dependents.stream().map(Explanation::nameOf).collect(Collectors.joining(", ")));
                }
                starter.uninstall(revision.bundle())
                        .ifPresentOrElse(
                                failure -> {
                                    revision.abandon(failure);
                                    listener.accept(failure);
                                },
                                () -> forget(revision));
            }
        }
    }

    private void forget(PluginRevision revision) {
        revisions.remove(revision);
        select();
        refresh(revision.bundle());
        revision.copy().delete();
    }

    /** Waits until what depended on it is started anew. */
    private void refresh(Bundle bundle) {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> refreshed.countDown());
        try {
            if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the framework does not come to an end with " + bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isIdle(PluginRevision revision) {
        Collection<Bundle> closure = wiring.getDependencyClosure(List.of(revision.bundle()));
        return revisions.stream().noneMatch(other -> other.isHeld() && closure.contains(other.bundle()))
                && closure.stream().noneMatch(bundle -> isUsed(bundle, new HashSet<>()));
    }

    /** Whether somebody has one of its services who is no plugin, or is a plugin that is used itself. */
    private boolean isUsed(Bundle bundle, Set<Bundle> seen) {
        return seen.add(bundle)
                && users(bundle).anyMatch(user -> user != bundle && (!isPlugin(user) || isUsed(user, seen)));
    }

    private static Stream<Bundle> users(Bundle bundle) {
        return Stream.ofNullable(bundle.getRegisteredServices())
                .flatMap(Arrays::stream)
                .flatMap(reference -> Stream.ofNullable(reference.getUsingBundles()))
                .flatMap(Arrays::stream);
    }

    private boolean isPlugin(Bundle bundle) {
        return revisions.stream().anyMatch(revision -> revision.bundle().equals(bundle));
    }
}
