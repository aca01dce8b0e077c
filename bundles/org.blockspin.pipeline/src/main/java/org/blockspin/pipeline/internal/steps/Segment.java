package org.blockspin.pipeline.internal.steps;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.files.CheckedFile;
import org.blockspin.pipeline.internal.plan.Work;
import org.blockspin.statistics.BinnedRows;

/**
 * A stretch of blocks of one chain of ensembles, measured together. One piece of work is one block of the root and
 * everything that descends from it, in order of decreasing depth: the blocks in between are still in the cache when the
 * next is made from them.
 */
final class Segment {
    private static final String ROWS = "rows";

    private final List<Observation> observations;
    private final int number;
    private final Watch watch;

    Segment(List<Observation> observations, int number, Watch watch) {
        this.observations = observations;
        this.number = number;
        this.watch = watch;
    }

    List<Work> work() {
        Observation first = observations.get(0);
        List<Work> work = new ArrayList<>();
        for (int k = first.firstBlock(number); k < first.lastBlock(number); k++) {
            int index = k;
            long units = (long) BlockEnsemble.blockSize(first.ensemble().count(), k) * observations.size();
            work.add(new Work(units, progress -> {
                for (Observation observation : observations) {
                    progress.checkCancelled();
                    watch.see(observation, observation.measure(index), progress);
                }
                observations.forEach(observation -> observation.release(index));
            }));
        }
        return work;
    }

    void write(Path output) throws IOException {
        CheckedFile.write(output.resolve(ROWS), out -> write(out));
    }

    private void write(DataOutputStream out) throws IOException {
        for (Observation observation : observations) {
            for (BinnedRows rows : observation.takeSegment(number)) {
                rows.write(out);
            }
        }
    }

    void read(Path output) throws IOException {
        List<List<BinnedRows>> all = CheckedFile.read(output.resolve(ROWS), this::read);
        for (int i = 0; i < observations.size(); i++) {
            observations.get(i).restore(number, all.get(i));
        }
    }

    private List<List<BinnedRows>> read(DataInputStream in) throws IOException {
        List<List<BinnedRows>> all = new ArrayList<>();
        for (Observation observation : observations) {
            List<BinnedRows> parts = new ArrayList<>();
            for (int p = 0; p < observation.parts().size(); p++) {
                parts.add(BinnedRows.read(in));
            }
            all.add(parts);
        }
        return all;
    }
}
