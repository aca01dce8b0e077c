package org.blockspin.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.blockspin.api.Result;
import org.osgi.annotation.versioning.ProviderType;

/** The service behind every command. Thread-safe. */
@ProviderType
public interface Workbench {
    /** What pipelines are made of, in the order in which it is listed: {@code step}, and the kinds of plugins. */
    List<String> kinds();

    /** The steps, and all installed plugins by kind and name; where two have one name, the one that pipelines get. */
    List<CatalogueEntry> catalogue();

    /** A step or plugin with its parameters. */
    Optional<CatalogueEntry.Details> describe(String kind, String name);

    /** The JSON Schema (draft 2020-12) of pipeline files that use what is installed now. It refuses no valid pipeline. */
    String schema();

    /** How the run in a folder ended, {@code done} or not; empty if the folder is not that of a run. */
    Optional<String> status(Path folder);

    /**
     * The wanted folder, or the first of {@code wanted-2}, {@code wanted-3}, ... that does not exist or holds a run that was
     * cut off, to go on with.
     *
     * @param taken whether another run has or will have a folder
     */
    Path folder(Path wanted, Predicate<Path> taken);

    /** Reads, checks and plans a pipeline; runs nothing. A plugin that does not return within 10 s is a mistake. */
    Plan plan(PipelineSource source) throws InvalidPipelineException;

    /**
     * The same.
     *
     * @param cancelled once true, it ends with a {@link java.util.concurrent.CancellationException}, as soon as the plugin
     *     that is asked returns
     */
    Plan plan(PipelineSource source, BooleanSupplier cancelled) throws InvalidPipelineException;

    /**
     * Reads now what tells the installed bundles apart. Otherwise that is read when it is needed first, which is too late
     * for a workbench that goes on running while its files change.
     */
    void takeStock();

    /** Names of the installed {@link TaskExecutor}s. */
    List<String> executors();

    /**
     * Does tasks of a run that another process began and leads. Their outputs appear in its folder; nothing else there
     * changes.
     *
     * @param folder the run folder; its {@code run.json} holds the pipeline
     * @param tasks ids of tasks; those that are done already are not done again
     * @throws InvalidPipelineException if the folder is not that of a run, or there are no such tasks
     */
    void perform(Path folder, List<String> tasks, int threads, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException;

    /**
     * Runs a plan and writes the run folder. In the folder of an earlier run, what that has done and what is determined
     * in the same way now is used again.
     *
     * @param cancelled asked often; once true, the run ends with a {@link java.util.concurrent.CancellationException}
     * @return the rows of {@code results.csv}
     */
    List<Result> run(Plan plan, RunOptions options, RunListener listener, BooleanSupplier cancelled)
            throws InvalidPipelineException, RunFailedException;

    /**
     * Makes the documents about a finished run anew, each by the {@link org.blockspin.api.Report} that is installed. Each
     * appears whole or not at all.
     *
     * @param folder the folder of a run that is done
     * @return the files
     * @throws InvalidRunException if it is not so, or its files are damaged
     */
    List<Path> report(Path folder) throws InvalidRunException, RunFailedException;
}
