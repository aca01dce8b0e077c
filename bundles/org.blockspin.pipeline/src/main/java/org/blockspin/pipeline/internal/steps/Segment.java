package org.blockspin.pipeline.internal.steps;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.plan.TaskFile;
import org.blockspin.pipeline.internal.plan.Work;
import org.blockspin.statistics.BinnedRows;

/** A stretch of blocks of one chain of ensembles: measured together, and kept as one finished task. */
final class Segment {
    private final List<Observation> observations;
    private final int number;
    private final TaskFile file;

    Segment(List<Observation> observations, int number, TaskFile file) {
        this.observations = observations;
        this.number = number;
        this.file = file;
    }

    /** The blocks to measure; none if an earlier run did. */
    List<Work> work(Reuse reuse) throws IOException {
        TaskFile.Earlier<List<List<BinnedRows>>> earlier = file.read(this::read);
        if (earlier.result().isPresent()) {
            reuse.used();
            for (int i = 0; i < observations.size(); i++) {
                observations.get(i).restore(number, earlier.result().get().get(i));
            }
            return List.of();
        }
        reuse.computed(earlier.reason());
        Observation first = observations.get(0);
        AtomicInteger left = new AtomicInteger(first.lastBlock(number) - first.firstBlock(number));
        List<Work> work = new ArrayList<>();
        for (int k = first.firstBlock(number); k < first.lastBlock(number); k++) {
            int index = k;
            long units = (long) BlockEnsemble.blockSize(first.ensemble().count(), k) * observations.size();
            work.add(Work.of(units, progress -> {
                for (Observation observation : observations) {
                    progress.checkCancelled();
                    observation.measure(index);
                }
                if (left.decrementAndGet() == 0) {
                    file.write(this::write);
                }
            }));
        }
        return work;
    }

    private void write(DataOutputStream out) throws IOException {
        for (Observation observation : observations) {
            List<BinnedRows> parts = observation.segment(number);
            for (BinnedRows rows : parts) {
                rows.write(out);
            }
        }
    }

    private List<List<BinnedRows>> read(DataInputStream in) throws IOException {
        List<List<BinnedRows>> all = new ArrayList<>();
        for (Observation observation : observations) {
            List<BinnedRows> parts = new ArrayList<>();
            for (int p = 0; p < observation.parts(); p++) {
                parts.add(BinnedRows.read(in));
            }
            all.add(parts);
        }
        return all;
    }
}
