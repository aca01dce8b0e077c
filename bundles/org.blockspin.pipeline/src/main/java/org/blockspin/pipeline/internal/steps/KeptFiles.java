package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Progress;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.kept.EnsembleFile;
import org.blockspin.pipeline.internal.kept.EnsembleHeader;
import org.blockspin.pipeline.internal.kept.Part;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.Work;

/** The folder of one kept ensemble: its files, and a record of what determined them. */
final class KeptFiles {
    private static final String RECORD = "task.json";

    private final RunFolder folder;
    private final String name;
    private final EnsembleHeader header;
    private final BlockEnsemble ensemble;
    private final Identity identity;

    KeptFiles(String step, Family.Member member, BlockEnsemble ensemble, RunContext context) {
        String coordinates = member.coordinates().toString();
        this.folder = context.folder();
        // Windows and macOS do not like colons in names.
        this.name = "ensembles/" + step + (coordinates.isEmpty() ? "" : "/" + coordinates.replace(':', '-'));
        this.header = EnsembleHeader.of(ensemble, step, coordinates, context.seed());
        this.ensemble = ensemble;
        this.identity = member.identity();
    }

    /**
     * The files to write; none that an earlier run wrote, if the same determined them. What something else determined
     * is removed before the record says otherwise.
     *
     * @param counted whether the configurations count as progress
     */
    List<Work> work(Reuse reuse, boolean counted) throws IOException {
        Optional<String> earlier =
                folder.read(name + "/" + RECORD).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        boolean same = earlier.isPresent() && earlier.get().equals(identity.json());
        if (!same) {
            folder.writeFolder(name, empty -> Files.writeString(empty.resolve(RECORD), identity.json()));
        }
        List<Work> work = new ArrayList<>();
        for (Part part : Part.of(header, EnsembleFile.MOST_BYTES)) {
            if (same && Files.exists(folder.root().resolve(fileName(part)))) {
                reuse.used();
            } else {
                reuse.computed(same ? Optional.empty() : earlier.map(identity::difference));
                work.add(Work.of(counted ? part.count() : 0, progress -> write(part, progress)));
            }
        }
        return work;
    }

    private String fileName(Part part) {
        return name + "/" + part.fileName();
    }

    private void write(Part part, Progress progress) throws IOException {
        folder.writeFile(
                fileName(part),
                file -> EnsembleFile.write(file, header, part, index -> {
                    progress.checkCancelled();
                    return ensemble.block(index);
                }));
    }
}
