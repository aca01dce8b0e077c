package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
import org.blockspin.pipeline.internal.binding.BundleContent;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.ParameterTypes;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.ServiceCatalogue;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PipelineSchema;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.Planner;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.blockspin.statistics.RandomStreams;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The workbench over the service registry of this framework. */
@Component
public final class WorkbenchService implements Workbench {
    private final BundleContext context;
    private final Catalogue catalogue;

    @Activate
    public WorkbenchService(BundleContext context) {
        this.context = context;
        this.catalogue = new ServiceCatalogue(context);
    }

    @Override
    public List<String> kinds() {
        return Arrays.stream(PluginKind.values()).map(PluginKind::word).toList();
    }

    @Override
    public List<CatalogueEntry> catalogue() {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (PluginKind kind : PluginKind.values()) {
            catalogue.plugins(kind).values().forEach(plugin -> entries.add(entry(plugin)));
        }
        return entries;
    }

    private static CatalogueEntry entry(Installed plugin) {
        return new CatalogueEntry(plugin.kind().word(), plugin.name(), plugin.description(), plugin.bundle());
    }

    @Override
    public Optional<CatalogueEntry.Details> describe(String kind, String name) {
        return Arrays.stream(PluginKind.values())
                .filter(known -> known.word().equals(kind))
                .findFirst()
                .map(known -> catalogue.plugins(known).get(name))
                .map(plugin -> new CatalogueEntry.Details(
                        entry(plugin),
                        ParameterTypes.parameters(
                                plugin.parameters(plugin.instance().get()))));
    }

    @Override
    public String schema() {
        return PipelineSchema.of(catalogue, StepKinds.all());
    }

    @Override
    public Optional<String> status(Path folder) {
        return Provenance.status(folder.resolve(RunFolder.RECORD));
    }

    @Override
    public PlannedPipeline plan(PipelineSource source) throws InvalidPipelineException {
        BlockCache cache = new BlockCache(Runtime.getRuntime().maxMemory() / 4);
        Supplier<String> engine = () -> BundleContent.hash(context.getBundle())
                + BundleContent.hash(FrameworkUtil.getBundle(RandomStreams.class));
        return new Planner(StepKinds.all(), catalogue, cache, engine).plan(source);
    }

    @Override
    public List<String> executors() {
        return List.copyOf(executorsByName().keySet());
    }

    /** Of two with one name, the one that the framework prefers. */
    private SortedMap<String, TaskExecutor> executorsByName() {
        SortedMap<String, TaskExecutor> byName = new TreeMap<>();
        try {
            context.getServiceReferences(TaskExecutor.class, null).stream()
                    .sorted(Comparator.reverseOrder())
                    .map(context::getService)
                    .filter(Objects::nonNull)
                    .forEach(executor -> byName.putIfAbsent(executor.name(), executor));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
        return byName;
    }

    private Engine.Options options(PlannedPipeline plan, RunOptions options) throws InvalidPipelineException {
        TaskExecutor executor = executorsByName().get(options.executor());
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
        PlannedPipeline planned = (PlannedPipeline) plan;
        Engine.Options how = options(planned, options);
        try (RunFolder folder = folder(options.folder())) {
            return run(planned, folder, how, listener, cancelled);
        } catch (IOException e) {
            throw new RunFailedException(
                    "the run folder " + options.folder() + " cannot be written: " + Reason.of(e), e);
        } finally {
            close(planned);
        }
    }

    private List<Result> run(
            PlannedPipeline plan,
            RunFolder folder,
            Engine.Options options,
            RunListener listener,
            BooleanSupplier cancelled)
            throws IOException, RunFailedException {
        plan.control().begin(cancelled, listener::notice);
        Provenance provenance = new Provenance(context, plan, options);
        folder.write(RunFolder.RECORD, provenance.json("running"));
        String status = "failed";
        try {
            Diagnostics diagnostics = Diagnostics.of(context, plan.bundles());
            provenance.add(diagnostics);
            folder.write(RunFolder.RECORD, provenance.json("running"));
            diagnostics.concerns().forEach(listener::notice);
            List<Result> results = new Engine(plan, folder, options, listener).run();
            folder.write("results.csv", ResultFiles.csv(results));
            folder.write(RunFolder.RESULTS, ResultFiles.json(results));
            Reports.installed(context).write(folder, listener::notice);
            status = "done";
            return results;
        } catch (CancellationException e) {
            status = "cancelled";
            throw e;
        } finally {
            folder.write(RunFolder.RECORD, provenance.json(status));
        }
    }

    @Override
    public void perform(Path folder, List<String> tasks, int threads, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        Path record = folder.resolve(RunFolder.RECORD);
        String pipeline = Provenance.pipeline(record)
                .orElseThrow(() -> refused(folder.toString(), "expected the folder of a run, found none"));
        PlannedPipeline plan = plan(new PipelineSource(record.toString(), pipeline, List.of()));
        plan.control().begin(cancelled, listener::notice);
        try (RunFolder joined = RunFolder.join(folder)) {
            Engine engine = new Engine(plan, joined, Engine.Options.local(threads), listener);
            List<String> known = engine.ids();
            for (String task : tasks) {
                if (!known.contains(task)) {
                    throw refused(folder.toString(), Spelling.unknownOfMany("task", task, known));
                }
            }
            engine.perform(tasks);
        } catch (IOException e) {
            throw new RunFailedException("the run folder " + folder + " cannot be written: " + Reason.of(e), e);
        } finally {
            close(plan);
        }
    }

    private static void close(PlannedPipeline plan) {
        plan.steps().forEach(step -> step.family().members().forEach(member -> close(member.product())));
    }

    @Override
    public List<Path> report(Path folder) throws InvalidRunException, RunFailedException {
        String status = status(folder)
                .orElseThrow(() -> new InvalidRunException(
                        folder + ": expected the folder of a run, whose run.json says how it ended"));
        if (!status.equals("done")) {
            throw new InvalidRunException(folder + ": expected a run that is done, found one that "
                    + (status.equals("running") ? "is running or was cut off" : "was " + status));
        }
        return Reports.installed(context).writeAnew(folder);
    }

    private static void close(Object product) {
        if (product instanceof Training training) {
            training.close();
        }
    }

    private static RunFolder folder(Path path) throws InvalidPipelineException, IOException {
        if (!RunFolder.isUsable(path)) {
            throw refused(
                    "--out " + path, "expected a folder that does not exist, is empty, or is that of an earlier run");
        }
        return RunFolder.open(path).orElseThrow(() -> refused("--out " + path, "another run has this folder open"));
    }

    private static InvalidPipelineException refused(String where, String message) {
        return new InvalidPipelineException(List.of(new Mistake(where, "", message)));
    }
}
