package org.blockspin.pipeline.internal.compare;

import java.nio.file.Path;
import java.util.List;
import org.blockspin.pipeline.FinishedRuns;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.RunComparison;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.osgi.service.component.annotations.Component;

/** Reads the files in the folders of finished runs. */
@Component
public final class RunFolders implements FinishedRuns {
    @Override
    public PipelineSource pipeline(Path folder) throws InvalidRunException {
        return new PipelineSource(
                folder.resolve(RunFolder.RECORD).toString(), RunReader.pipelineText(folder), List.of());
    }

    @Override
    public List<RunComparison.Row> rows(Path folder) throws InvalidRunException {
        return RunReader.read(folder).rows();
    }

    @Override
    public RunComparison compare(Path first, Path second) throws InvalidRunException {
        RecordedRun one = RunReader.read(first);
        RecordedRun other = RunReader.read(second);
        RowMatching rows = RowMatching.of(one.rows(), other.rows());
        return new RunComparison(
                Changes.between(one.pipeline(), other.pipeline()),
                Changes.between(one.bundles(), other.bundles()),
                Changes.between(one.environment(), other.environment()),
                Changes.between(one.sources(), other.sources()),
                one.seed() == other.seed(),
                rows.pairs(),
                rows.onlyFirst(),
                rows.onlySecond());
    }
}
