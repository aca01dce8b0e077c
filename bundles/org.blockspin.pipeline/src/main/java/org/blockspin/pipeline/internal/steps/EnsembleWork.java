package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.Work;

/** The work of steps that make ensembles: blocks ahead where that pays, and the files of those that are kept. */
final class EnsembleWork {
    private EnsembleWork() {}

    /** Of ensembles that are expensive and used again: every one that fits the cache is computed ahead. */
    static List<Work> sampled(Family family, RunContext context) throws IOException {
        return of(family, context, true);
    }

    /** Of ensembles that are computed when they are used: nothing but the files of kept ones. */
    static List<Work> derived(Family family, RunContext context) throws IOException {
        return of(family, context, false);
    }

    private static List<Work> of(Family family, RunContext context, boolean sampled) throws IOException {
        List<Work> work = new ArrayList<>();
        Reuse reuse = new Reuse("files of ensembles");
        for (Family.Member member : family.members()) {
            BlockEnsemble ensemble = (BlockEnsemble) member.product();
            List<Work> files = new ArrayList<>();
            boolean ahead = ensemble.fitsCache();
            if (ensemble.isKept()) {
                files.addAll(new KeptFiles(family.step(), member, ensemble, context).work(reuse, !ahead));
            }
            if (ahead && (sampled || !files.isEmpty())) {
                work.addAll(blocks(ensemble));
            }
            work.addAll(files);
        }
        reuse.tell(family.step(), context);
        return work;
    }

    /** Many blocks make a file: computed one by one, they occupy all threads. */
    private static List<Work> blocks(BlockEnsemble ensemble) {
        List<Work> work = new ArrayList<>();
        for (long k = 0; k < ensemble.blocks(); k++) {
            long index = k;
            work.add(Work.of(BlockEnsemble.blockSize(ensemble.count(), index), progress -> ensemble.block(index)));
        }
        return work;
    }
}
