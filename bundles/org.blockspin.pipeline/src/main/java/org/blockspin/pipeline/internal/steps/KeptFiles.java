package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.kept.EnsembleFile;
import org.blockspin.pipeline.internal.kept.EnsembleHeader;
import org.blockspin.pipeline.internal.kept.Part;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StoredTask;
import org.blockspin.pipeline.internal.plan.Work;

/** The files of the ensembles of a step that are kept: a task a file, and a folder an ensemble with all of its files. */
final class KeptFiles {
    private final Family.Member member;
    private final BlockEnsemble ensemble;
    private final EnsembleHeader header;

    private KeptFiles(String step, Family.Member member, RunContext context) {
        this.member = member;
        this.ensemble = (BlockEnsemble) member.product();
        this.header = EnsembleHeader.of(ensemble, step, member.coordinates().toString(), context.seed());
    }

    private static List<KeptFiles> of(Family family, RunContext context) {
        return family.members().stream()
                .filter(member -> ((BlockEnsemble) member.product()).isKept())
                .map(member -> new KeptFiles(family.step(), member, context))
                .toList();
    }

    static List<StoredTask> tasks(Family family, RunContext context) {
        List<StoredTask> tasks = new ArrayList<>();
        for (KeptFiles files : of(family, context)) {
            files.parts().forEach(part -> tasks.add(files.task(part, context)));
        }
        return tasks;
    }

    private List<Part> parts() {
        return Part.of(header, EnsembleFile.MOST_BYTES);
    }

    private Identity identity(Part part) {
        return member.identity().part(part.fileName());
    }

    /** Computes the blocks one by one, so that they occupy all threads; a file of them fits the cache. */
    private StoredTask task(Part part, RunContext context) {
        long last = (part.first() + part.count() - 1) / Ensemble.BLOCK;
        List<Work> work = LongStream.rangeClosed(part.first() / Ensemble.BLOCK, last)
                .mapToObj(index -> new Work(configurations(part, index), progress -> ensemble.block(index)))
                .toList();
        return new StoredTask(
                context.tasks(),
                identity(part),
                work,
                output -> EnsembleFile.write(output.resolve(part.fileName()), header, part, ensemble::block),
                output -> {});
    }

    /** How many configurations of a block are in a part. */
    private static long configurations(Part part, long block) {
        long from = Math.max(part.first(), block * Ensemble.BLOCK);
        long to = Math.min(part.first() + part.count(), (block + 1) * Ensemble.BLOCK);
        return to - from;
    }

    static void publish(Family family, RunContext context) throws IOException {
        for (KeptFiles files : of(family, context)) {
            String coordinates = files.member.coordinates().toString();
            // Windows and macOS do not like colons in names.
            String folder = coordinates.isEmpty() ? "" : "/" + coordinates.replace(':', '-');
            context.tasks()
                    .publish(
                            "ensembles/" + family.step() + folder,
                            files.member.identity(),
                            files.parts().stream().map(files::identity).toList());
        }
    }
}
