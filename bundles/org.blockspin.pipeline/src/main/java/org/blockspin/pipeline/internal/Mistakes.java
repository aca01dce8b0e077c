package org.blockspin.pipeline.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.internal.json.Location;

/** Collects everything that is wrong with a pipeline, each mistake once. */
public final class Mistakes {
    private final Set<Mistake> found = new LinkedHashSet<>();

    public void add(Location location, String message) {
        found.add(new Mistake(location.where(), location.path(), message));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    /** Throws if anything was added. */
    public void throwIfAny() throws InvalidPipelineException {
        if (any()) {
            throw new InvalidPipelineException(new ArrayList<>(found));
        }
    }

    public List<Mistake> list() {
        return List.copyOf(found);
    }
}
