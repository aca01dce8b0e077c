package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.RunContext;

/** Counts what of an earlier run in the same folder is used again, and why the rest is not. */
final class Reuse {
    private final String what;
    private int all;
    private int reused;
    private Optional<String> reason = Optional.empty();

    /** @param what the word for the things, in plural */
    Reuse(String what) {
        this.what = what;
    }

    void used() {
        all++;
        reused++;
    }

    /** Something must be computed; the reason is that something earlier is there which cannot be used. */
    void computed(Optional<String> why) {
        all++;
        reason = reason.or(() -> why);
    }

    /** Whether the record of what determined an earlier product says what determines it now. */
    boolean isUsable(RunFolder folder, String record, Identity identity) throws IOException {
        Optional<String> earlier = folder.read(record).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (earlier.isPresent() && earlier.get().equals(identity.json())) {
            used();
            return true;
        }
        computed(earlier.map(identity::difference));
        return false;
    }

    /** Tells the user, if there was anything from an earlier run. */
    void tell(String step, RunContext context) {
        if (reused > 0) {
            context.notice(step + ": " + reused + " of " + all + " " + what + " are there from an earlier run");
        }
        reason.ifPresent(why -> context.notice(
                step + ": " + (all - reused) + " of " + all + " " + what + " are made anew, because " + why));
    }
}
