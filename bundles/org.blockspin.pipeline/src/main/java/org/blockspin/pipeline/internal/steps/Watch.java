package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.blockspin.api.Estimate;
import org.blockspin.api.Observable;
import org.blockspin.api.Progress;
import org.blockspin.statistics.BinnedRows;
import org.blockspin.statistics.Jackknife;

/** Tells the running estimate of one quantity, from what this process has measured so far. Results do not depend on it. */
final class Watch {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    /** From so many stretches on they are joined. */
    private static final int MOST_STRETCHES = 256;

    private static final int BINS = 64;

    private final Optional<String> quantity;
    private final IdentityHashMap<Observation, List<BinnedRows>> seen = new IdentityHashMap<>();
    private long told = System.nanoTime();

    Watch(Optional<String> quantity) {
        this.quantity = quantity;
    }

    /** A block was measured: its rows, by part. */
    void see(Observation observation, List<BinnedRows> rows, Progress progress) {
        for (int p = 0; p < rows.size() && quantity.isPresent(); p++) {
            for (Observable.Quantity known : observation.parts().get(p).quantities()) {
                if (known.name().equals(quantity.get())) {
                    see(observation, rows.get(p), known, progress);
                }
            }
        }
    }

    private synchronized void see(
            Observation observation, BinnedRows rows, Observable.Quantity known, Progress progress) {
        List<BinnedRows> all = seen.computeIfAbsent(observation, key -> new ArrayList<>());
        all.add(rows);
        if (all.size() > MOST_STRETCHES) {
            BinnedRows joined = BinnedRows.concatenate(all).merged(BINS);
            all.clear();
            all.add(joined);
        }
        if (System.nanoTime() - told >= INTERVAL) {
            told = System.nanoTime();
            Estimate estimate = Jackknife.estimate(BinnedRows.concatenate(all).merged(BINS), known.ofMeans(), true);
            progress.say(String.format(
                    Locale.ROOT,
                    "%s of %s: %.5g +- %.1g",
                    known.name(),
                    observation.ensemble().lattice().sizeLabel(),
                    estimate.value(),
                    estimate.standardError()));
        }
    }
}
