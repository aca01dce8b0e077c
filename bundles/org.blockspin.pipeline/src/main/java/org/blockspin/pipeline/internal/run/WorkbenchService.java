package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.blockspin.api.Result;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
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
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.Planner;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.blockspin.statistics.RandomStreams;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
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
    public Optional<String> status(Path folder) {
        return Provenance.status(folder.resolve(RunFolder.RECORD));
    }

    @Override
    public Plan plan(PipelineSource source) throws InvalidPipelineException {
        BlockCache cache = new BlockCache(Runtime.getRuntime().maxMemory() / 4);
        Supplier<String> engine = () -> BundleContent.hash(context.getBundle())
                + BundleContent.hash(FrameworkUtil.getBundle(RandomStreams.class));
        return new Planner(StepKinds.all(), catalogue, cache, engine).plan(source);
    }

    @Override
    public List<Result> run(Plan plan, RunOptions options, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        PlannedPipeline planned = (PlannedPipeline) plan;
        try (RunFolder folder = folder(options.folder())) {
            return run(planned, folder, options.threads(), listener, cancelled);
        } catch (IOException e) {
            throw new RunFailedException(
                    "the run folder " + options.folder() + " cannot be written: " + Reason.of(e), e);
        } finally {
            planned.steps().forEach(step -> step.family().members().forEach(member -> close(member.product())));
        }
    }

    private List<Result> run(
            PlannedPipeline plan, RunFolder folder, int threads, RunListener listener, BooleanSupplier cancelled)
            throws IOException, RunFailedException {
        plan.control().begin(cancelled, listener::notice);
        Provenance provenance = new Provenance(context, plan, threads);
        folder.write(RunFolder.RECORD, provenance.json("running"));
        String status = "failed";
        try {
            List<Result> results = new Engine(plan, folder, threads, listener).run();
            folder.write("results.csv", ResultFiles.csv(results));
            folder.write(RunFolder.RESULTS, ResultFiles.json(results));
            status = "done";
            return results;
        } catch (CancellationException e) {
            status = "cancelled";
            throw e;
        } finally {
            folder.write(RunFolder.RECORD, provenance.json(status));
        }
    }

    private static void close(Object product) {
        if (product instanceof Training training) {
            training.close();
        }
    }

    private static RunFolder folder(Path path) throws InvalidPipelineException, IOException {
        if (!RunFolder.isUsable(path)) {
            throw refused(path, "expected a folder that does not exist, is empty, or is that of an earlier run");
        }
        return RunFolder.open(path).orElseThrow(() -> refused(path, "another run has this folder open"));
    }

    private static InvalidPipelineException refused(Path path, String message) {
        return new InvalidPipelineException(List.of(new Mistake("--out " + path, "", message)));
    }
}
