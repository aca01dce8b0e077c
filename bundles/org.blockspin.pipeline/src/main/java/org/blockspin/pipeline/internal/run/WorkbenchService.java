package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.ParameterTypes;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.ServiceCatalogue;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.Planner;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.osgi.framework.BundleContext;
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
    public Plan plan(PipelineSource source) throws InvalidPipelineException {
        BlockCache cache = new BlockCache(Runtime.getRuntime().maxMemory() / 4);
        return new Planner(StepKinds.all(), catalogue, cache).plan(source);
    }

    @Override
    public List<Result> run(Plan plan, RunOptions options, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException {
        PlannedPipeline planned = (PlannedPipeline) plan;
        RunFolder folder = folder(options.folder());
        planned.control().begin(cancelled, listener::notice);
        Provenance provenance = new Provenance(context, planned, options.threads());
        try {
            folder.write("run.json", provenance.json("running"));
            List<Result> results = new Engine(planned, folder, options.threads(), listener).run();
            folder.write("results.csv", ResultFiles.csv(results));
            folder.write("results.json", ResultFiles.json(results));
            folder.write("run.json", provenance.json("done"));
            return results;
        } catch (IOException e) {
            throw new RunFailedException(
                    "the run folder " + options.folder() + " cannot be written: " + e.getMessage(), e);
        } catch (RunFailedException e) {
            end(folder, provenance, "failed");
            throw e;
        } catch (CancellationException e) {
            end(folder, provenance, "cancelled");
            throw e;
        } finally {
            planned.steps().forEach(step -> step.family().members().forEach(member -> close(member.product())));
        }
    }

    private static void end(RunFolder folder, Provenance provenance, String status) throws RunFailedException {
        try {
            folder.write("run.json", provenance.json(status));
        } catch (IOException e) {
            throw new RunFailedException(
                    "the run " + status + ", and its folder cannot be written: " + e.getMessage(), e);
        }
    }

    private static void close(Object product) {
        if (product instanceof Training training) {
            training.close();
        }
    }

    private static RunFolder folder(Path path) throws InvalidPipelineException, RunFailedException {
        try {
            if (!RunFolder.isFree(path)) {
                throw new InvalidPipelineException(List.of(
                        new Mistake("--out " + path, "$", "expected a folder that does not exist or is empty")));
            }
            return RunFolder.create(path);
        } catch (IOException e) {
            throw new RunFailedException("the run folder " + path + " cannot be created: " + e, e);
        }
    }
}
