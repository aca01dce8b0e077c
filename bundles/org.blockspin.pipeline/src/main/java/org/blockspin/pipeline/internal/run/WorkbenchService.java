package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.blockspin.api.Result;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.TaskExecutor;
import org.blockspin.pipeline.Workbench;
import org.blockspin.pipeline.internal.binding.BundleContents;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.Leases;
import org.blockspin.pipeline.internal.binding.ParameterTypes;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.Snapshot;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PipelineSchema;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.Planner;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.statistics.RandomStreams;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The workbench over the service registry of this framework. */
@Component
public final class WorkbenchService implements Workbench {
    /**
     * The folders of runs in this process. A second look at a lock in one process would give the first one up, for systems
     * such as Linux count locks by process.
     */
    private final Set<Path> running = ConcurrentHashMap.newKeySet();

    private final BundleContext context;
    private final BundleContents contents;
    private final PluginFolder plugins;

    /** @param plugins where plugins come from that are installed while the workbench runs */
    @Activate
    public WorkbenchService(
            BundleContext context, @Reference BundleContents contents, @Reference PluginFolder plugins) {
        this.context = context;
        this.contents = contents;
        this.plugins = plugins;
    }

    @Override
    public List<String> kinds() {
        return Stream.concat(
                        Stream.of(CatalogueEntry.STEP),
                        Arrays.stream(PluginKind.values()).map(PluginKind::word))
                .toList();
    }

    @Override
    public List<CatalogueEntry> catalogue() {
        List<CatalogueEntry> entries =
                new ArrayList<>(StepKinds.all().stream().map(this::entry).toList());
        try (Snapshot snapshot = Snapshot.take(context, contents, plugins)) {
            for (PluginKind kind : PluginKind.values()) {
                snapshot.plugins(kind).values().forEach(plugin -> entries.add(entry(plugin)));
            }
        }
        return entries;
    }

    private CatalogueEntry entry(StepKind<?> step) {
        Bundle bundle = context.getBundle();
        return new CatalogueEntry(
                CatalogueEntry.STEP,
                step.name(),
                step.description(),
                bundle.getSymbolicName() + " " + bundle.getVersion());
    }

    private static CatalogueEntry entry(Installed plugin) {
        return new CatalogueEntry(
                plugin.kind().word(),
                plugin.name(),
                plugin.description(),
                plugin.provider().title());
    }

    @Override
    public Optional<CatalogueEntry.Details> describe(String kind, String name) {
        if (kind.equals(CatalogueEntry.STEP)) {
            return StepKinds.all().stream()
                    .filter(step -> step.name().equals(name))
                    .findFirst()
                    .map(step -> new CatalogueEntry.Details(entry(step), ParameterTypes.parameters(step.parameters())));
        }
        try (Snapshot snapshot = Snapshot.take(context, contents, plugins)) {
            return Arrays.stream(PluginKind.values())
                    .filter(known -> known.word().equals(kind))
                    .findFirst()
                    .map(known -> snapshot.plugins(known).get(name))
                    .map(plugin -> new CatalogueEntry.Details(
                            entry(plugin),
                            ParameterTypes.parameters(
                                    Installed.parametersOf(plugin.instance().get()))));
        }
    }

    @Override
    public String schema() {
        try (Snapshot snapshot = Snapshot.take(context, contents, plugins)) {
            return PipelineSchema.of(snapshot, StepKinds.all());
        }
    }

    @Override
    public Optional<String> status(Path folder) {
        return Provenance.status(folder.resolve(RunFolder.RECORD));
    }

    @Override
    public Path folder(Path wanted, Predicate<Path> taken) {
        Path next = wanted;
        for (int i = 2; taken.test(next) || isFinished(next); i++) {
            next = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return next;
    }

    /** Whether there is something with which no run can go on. */
    private boolean isFinished(Path path) {
        return Files.exists(path)
                && status(path).filter(status -> !status.equals("done")).isEmpty();
    }

    @Override
    public LeasedPlan plan(PipelineSource source) throws InvalidPipelineException {
        return plan(source, () -> false);
    }

    @Override
    public LeasedPlan plan(PipelineSource source, BooleanSupplier cancelled) throws InvalidPipelineException {
        BlockCache cache = new BlockCache(Runtime.getRuntime().maxMemory() / 4);
        Supplier<String> engine =
                () -> contents.hash(context.getBundle()) + contents.hash(FrameworkUtil.getBundle(RandomStreams.class));
        Snapshot snapshot = Snapshot.take(context, contents, plugins);
        Planner planner = new Planner(StepKinds.all(), snapshot, cache, engine);
        return new PlanningThread(source.file(), snapshot, () -> planner.plan(source))
                .await(
                        cancelled,
                        culprit -> plugins.quarantine(
                                culprit.plugin().provider().id(),
                                "its " + culprit.title() + " did not return while a pipeline was planned"));
    }

    @Override
    public void takeStock() {
        contents.takeStock();
    }

    @Override
    public List<String> executors() {
        try (Leases leases = new Leases(context)) {
            return List.copyOf(executorsByName(leases).keySet());
        }
    }

    /** Of two with one name, the one that the framework prefers. */
    private SortedMap<String, TaskExecutor> executorsByName(Leases leases) {
        SortedMap<String, TaskExecutor> byName = new TreeMap<>();
        try {
            context.getServiceReferences(TaskExecutor.class, null).stream()
                    .sorted(Comparator.reverseOrder())
                    .map(leases::get)
                    .flatMap(Optional::stream)
                    .forEach(executor -> byName.putIfAbsent(executor.name(), executor));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
        return byName;
    }

    private Engine.Options options(PlannedPipeline plan, RunOptions options, Leases leases)
            throws InvalidPipelineException {
        TaskExecutor executor = executorsByName(leases).get(options.executor());
        if (executor == null) {
            throw refused(
                    "--executor " + options.executor(), Spelling.unknown("executor", options.executor(), executors()));
        }
        Set<String> quantities = plan.quantities();
        Optional<String> unknown = options.watched().filter(name -> !quantities.contains(name));
        if (unknown.isPresent()) {
            throw refused("--watch " + unknown.get(), Spelling.unknown("quantity", unknown.get(), quantities));
        }
        return new Engine.Options(options.threads(), executor, options.watched());
    }

    @Override
    public List<Result> run(Plan plan, RunOptions options, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        try (PluginUse use = new PluginUse((LeasedPlan) plan, context, plugins, listener::notice)) {
            Engine.Options how = options(use.plan().pipeline(), options, use.leases());
            return RunThread.attend(
                    () -> run(use, options.folder(), how, listener, cancelled), cancelled, use::leaveBehind);
        }
    }

    private List<Result> run(
            PluginUse use, Path path, Engine.Options options, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        Path folder = path.toAbsolutePath().normalize();
        if (!running.add(folder)) {
            throw isOpen(path);
        }
        try (RunFolder runFolder = open(path)) {
            return run(use, runFolder, options, listener, cancelled);
        } catch (IOException e) {
            throw new RunFailedException("the run folder " + path + " cannot be written: " + Reason.of(e), e);
        } finally {
            running.remove(folder);
        }
    }

    private List<Result> run(
            PluginUse use, RunFolder runFolder, Engine.Options options, RunListener listener, BooleanSupplier cancelled)
            throws IOException, RunFailedException {
        PlannedPipeline plan = use.plan().pipeline();
        plan.control().begin(cancelled, listener::notice);
        // A run ends with what it began with.
        Reports reports = Reports.installed(context, use.leases());
        Provenance provenance = new Provenance(context, use.plan(), options);
        runFolder.write(RunFolder.RECORD, provenance.json("running"));
        String status = "failed";
        try {
            Diagnostics diagnostics = Diagnostics.of(context, use.plan().snapshot(), plan.bundles());
            provenance.add(diagnostics);
            runFolder.write(RunFolder.RECORD, provenance.json("running"));
            diagnostics.concerns().forEach(listener::notice);
            List<Result> results = use.engine(runFolder, options, listener).run();
            runFolder.write("results.csv", ResultFiles.csv(results));
            runFolder.write(RunFolder.RESULTS, ResultFiles.json(results));
            reports.write(runFolder, listener::notice);
            status = "done";
            return results;
        } catch (CancellationException e) {
            status = "cancelled";
            throw e;
        } finally {
            runFolder.write(RunFolder.RECORD, provenance.json(status));
        }
    }

    @Override
    public void perform(Path path, List<String> tasks, int threads, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        Path record = path.resolve(RunFolder.RECORD);
        String pipeline = Provenance.pipeline(record)
                .orElseThrow(() -> refused(path.toString(), "expected the folder of a run, found none"));
        LeasedPlan leased = plan(new PipelineSource(record.toString(), pipeline, List.of()));
        PlannedPipeline plan = leased.pipeline();
        plan.control().begin(cancelled, listener::notice);
        try (PluginUse use = new PluginUse(leased, context, plugins, listener::notice);
                RunFolder joined = RunFolder.join(path)) {
            Engine engine = use.engine(joined, Engine.Options.local(threads), listener);
            List<String> known = engine.ids();
            for (String task : tasks) {
                if (!known.contains(task)) {
                    throw refused(path.toString(), Spelling.unknownOfMany("task", task, known));
                }
            }
            engine.perform(tasks);
        } catch (IOException e) {
            throw new RunFailedException("the run folder " + path + " cannot be written: " + Reason.of(e), e);
        }
    }

    @Override
    public List<Path> report(Path path) throws InvalidRunException, RunFailedException {
        String status = status(path)
                .orElseThrow(() -> new InvalidRunException(
                        path + ": expected the folder of a run, whose run.json says how it ended"));
        if (!status.equals("done")) {
            throw new InvalidRunException(path + ": expected a run that is done, found one that "
                    + (status.equals("running") ? "is running or was cut off" : "was " + status));
        }
        try (Leases leases = new Leases(context)) {
            return Reports.installed(context, leases).writeAnew(path);
        }
    }

    private static RunFolder open(Path path) throws InvalidPipelineException, IOException {
        if (!RunFolder.isUsable(path)) {
            throw refused(
                    "--out " + path, "expected a folder that does not exist, is empty, or is that of an earlier run");
        }
        return RunFolder.open(path).orElseThrow(() -> isOpen(path));
    }

    private static InvalidPipelineException isOpen(Path path) {
        return refused("--out " + path, "another run has this folder open");
    }

    private static InvalidPipelineException refused(String where, String message) {
        return new InvalidPipelineException(List.of(new Mistake(where, "", message)));
    }
}
