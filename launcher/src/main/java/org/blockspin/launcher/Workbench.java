package org.blockspin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.blockspin.plugins.PluginFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Felix with all bundles of the features and plugins installed and started. A bundle that does not resolve or start is
 * named in {@link #report()} and does not keep the others from running.
 *
 * <p>Contract with the bundles, in JDK types but for the package org.blockspin.plugins, which the framework exports: the
 * folder of plugins is a service {@link PluginFolder}; the report is a service {@code Supplier<List<String>>} with the
 * property {@value #REPORT_PROPERTY}; the console is a service {@code ToIntFunction<String[]>} with the property
 * {@value #CONSOLE_PROPERTY} that takes the arguments and returns the exit code.
 */
public final class Workbench implements AutoCloseable {
    /** Marks the service that lists what did not resolve or start. */
    public static final String REPORT_PROPERTY = "blockspin.bundle-report";

    /** Marks the service that runs a command. */
    public static final String CONSOLE_PROPERTY = "blockspin.console";

    /** On the launcher's class path, with the version that its bundle would have. */
    private static final String PLUGINS_PACKAGE = "org.blockspin.plugins;version=1.0.0";

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Framework framework;
    private final Path storage;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    private Workbench(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    /**
     * Boots the framework and starts everything.
     *
     * @throws LaunchException if there is nothing to boot: a feature that cannot be read, a framework that does not
     *     start
     */
    public static Workbench start(Settings settings) {
        return start(settings, START_LIMIT);
    }

    static Workbench start(Settings settings, Duration startLimit) {
        List<Artifact> artifacts = new Features(settings.repository(), settings.platform()).read(settings.features());
        NativeCache.use(settings.home().resolve("launcher/target"), artifacts);
        Path storage = newStorage();
        Framework framework = new FrameworkFactory()
                .newFramework(configuration(storage.resolve("framework")), new HeaderConnector(artifacts));
        Workbench workbench = new Workbench(framework, storage);
        try {
            framework.start();
        } catch (BundleException e) {
            workbench.close();
            throw new LaunchException("the OSGi framework does not start: " + e.getMessage(), e);
        }
        workbench.registerReport();
        Plugins plugins = workbench.plugins(settings, startLimit);
        List<JarCopy> copies = settings.plugins().isPresent() ? plugins.atStart(workbench.problems::add) : List.of();
        copies.stream().map(JarCopy::artifact).forEach(artifacts::add);
        workbench.startAll(workbench.install(artifacts), optional(artifacts), startLimit);
        copies.forEach(copy -> workbench
                .bundle(copy.artifact())
                .ifPresent(bundle -> plugins.started(bundle, copy, workbench.problems::add)));
        return workbench;
    }

    private static Map<String, String> configuration(Path storage) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.toString(),
                Constants.FRAMEWORK_BSNVERSION,
                Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                // The storage belongs to this process alone.
                "felix.cache.locking",
                "false",
                // What goes wrong is reported in sentences, not logged to standard output.
                "felix.log.level",
                "0",
                "ds.log.enabled",
                String.valueOf(System.getenv("BLOCKSPIN_DEBUG") != null),
                // Felix offers what the JVM started with.
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                PLUGINS_PACKAGE + (VectorModule.load() ? "," + VectorModule.NAME : ""));
    }

    private Plugins plugins(Settings settings, Duration startLimit) {
        Path folder = settings.plugins().orElse(settings.home().resolve("plugins"));
        Plugins plugins = new Plugins(context(), new PluginJars(folder, storage.resolve("plugins")), startLimit);
        context().registerService(FindHook.class, plugins.revisions(), null);
        context().registerService(PluginFolder.class, plugins, null);
        return plugins;
    }

    private Optional<Bundle> bundle(Artifact artifact) {
        return Optional.ofNullable(context().getBundle(artifact.location()));
    }

    private static Path newStorage() {
        try {
            return Files.createTempDirectory("blockspin-");
        } catch (IOException e) {
            throw new LaunchException("no folder can be made for temporary files: " + e.getMessage(), e);
        }
    }

    private void registerReport() {
        Supplier<List<String>> report = this::report;
        context().registerService(Supplier.class, report, FrameworkUtil.asDictionary(Map.of(REPORT_PROPERTY, true)));
    }

    private List<Bundle> install(List<Artifact> artifacts) {
        List<Bundle> installed = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            if (!Files.isRegularFile(artifact.file())) {
                problems.add(artifact.name() + " is not installed: there is no file " + artifact.file());
                continue;
            }
            try {
                installed.add(context().installBundle(artifact.location()));
            } catch (BundleException e) {
                problems.add(artifact.name() + " is not installed: " + e.getMessage());
            }
        }
        return installed;
    }

    private static Set<String> optional(List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(Artifact::optional)
                .map(Artifact::location)
                .collect(Collectors.toSet());
    }

    private void startAll(List<Bundle> bundles, Set<String> optional, Duration limit) {
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        Explanation explanation = new Explanation(context());
        bundles.stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .filter(bundle -> !optional.contains(bundle.getLocation()))
                .map(explanation::ofUnresolved)
                .forEach(problems::add);
        try (BundleStarter starter = new BundleStarter(limit)) {
            bundles.stream()
                    .filter(bundle -> bundle.getState() == Bundle.RESOLVED && !PluginTrials.isFragment(bundle))
                    .map(starter::start)
                    .flatMap(Optional::stream)
                    .forEach(problems::add);
        }
    }

    /** One sentence for each bundle that did not resolve or start, and why. */
    public List<String> report() {
        return List.copyOf(problems);
    }

    /** The context of the framework itself. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** The console of the highest ranking, if a bundle offers one. */
    public Optional<ToIntFunction<String[]>> console() {
        try {
            return context().getServiceReferences(ToIntFunction.class, "(" + CONSOLE_PROPERTY + "=true)").stream()
                    .max(Comparator.naturalOrder())
                    .flatMap(this::console);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant", e);
        }
    }

    // The property promises the type argument, which the class ToIntFunction cannot.
    @SuppressWarnings("unchecked")
    private Optional<ToIntFunction<String[]>> console(
            @SuppressWarnings("rawtypes") ServiceReference<ToIntFunction> reference) {
        return Optional.ofNullable((ToIntFunction<String[]>) context().getService(reference));
    }

    /** Stops the framework, waiting at most two seconds, and removes what it stored. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT.toMillis());
        } catch (BundleException e) {
            problems.add("the OSGi framework does not stop: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deleteStorage();
    }

    /** Removes what the framework stored; also the best that can be done where the JVM is told to go. */
    void deleteStorage() {
        try (Stream<Path> files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A few kilobytes in the system's folder of temporary files, which is cleaned by others.
            return;
        }
    }
}
