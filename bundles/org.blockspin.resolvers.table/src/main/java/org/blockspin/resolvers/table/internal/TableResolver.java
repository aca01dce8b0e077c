package org.blockspin.resolvers.table.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Probabilities;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.statistics.BernoulliThreshold;

/**
 * A local resolver of two states as a table of all its windows. The trained one is still asked for lattices and saves
 * itself in place of the table, which is made again in milliseconds; it is not closed here.
 */
final class TableResolver implements TrainedResolver, Probabilities, LocalConditional {
    private static final int WINDOWS_AT_ONCE = 1 << 16;

    private final TrainedResolver trained;
    private final List<Integer> ratio;
    private final List<Place> window;
    private final List<Place> targets;
    /** Probability of up at {@code window * targets + target}. */
    private final float[] up;
    /** The thresholds of {@link #up}. */
    private final int[] thresholds;

    private final Optional<BoxTable> boxTable;

    private final Map<Lattice, WindowMap> maps = new ConcurrentHashMap<>();

    TableResolver(TrainedResolver trained, LocalConditional local, Progress progress) {
        this.trained = trained;
        this.ratio = List.copyOf(local.ratio());
        this.window = List.copyOf(local.window());
        this.targets = List.copyOf(local.targets());
        int windows = 1 << window.size();
        this.up = new float[Math.multiplyExact(windows, targets.size())];
        this.thresholds = new int[up.length];
        for (int from = 0; from < windows; from += WINDOWS_AT_ONCE) {
            progress.checkCancelled();
            tabulate(local, from, Math.min(WINDOWS_AT_ONCE, windows - from));
            progress.report((double) from / windows);
        }
        this.boxTable = Box.of(local).map(box -> new BoxTable(box, thresholds));
    }

    private void tabulate(LocalConditional local, int from, int count) {
        long[] windows = new long[count];
        for (int i = 0; i < count; i++) {
            windows[i] = (long) from + i;
        }
        float[] probabilities = new float[2 * count * targets.size()];
        local.probabilities(windows, probabilities);
        int first = from * targets.size();
        for (int i = 0; i < count * targets.size(); i++) {
            up[first + i] = probabilities[2 * i + 1];
            thresholds[first + i] = BernoulliThreshold.of(up[first + i]);
        }
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return trained.fine(coarse);
    }

    @Override
    public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
        Lattice expected = fine(coarse.lattice());
        if (!fine.lattice().equals(expected)
                || coarse.count() != fine.count()
                || coarse.planes() != 1
                || fine.planes() != 1) {
            throw new IllegalArgumentException("expected " + coarse.count() + " configurations of "
                    + expected.sizeLabel() + " of two states, found " + fine);
        }
        SiteDrawer drawer = drawer(coarse.lattice(), fine.lattice());
        for (int i = 0; i < coarse.count(); i++) {
            progress.checkCancelled();
            drawer.draw(coarse, fine, i, random);
        }
    }

    private SiteDrawer drawer(Lattice coarse, Lattice fine) {
        return boxTable.filter(table -> table.box().fits(coarse, fine))
                .<SiteDrawer>map(table -> new PackedSites(table, coarse))
                .orElseGet(() -> new GatheredSites(map(coarse), thresholds, targets.size()));
    }

    @Override
    public void probabilities(Configurations coarse, int from, int to, float[] probabilities) {
        WindowMap map = map(coarse.lattice());
        WindowMap.Scratch scratch = map.newScratch();
        int[] sites = map.sites();
        int[] entries = new int[sites.length];
        for (int c = from; c < to; c++) {
            map.entries(coarse, c, entries, scratch);
            int first = (c - from) * entries.length;
            for (int draw = 0; draw < entries.length; draw++) {
                setBothStates(probabilities, first + sites[draw], up[entries[draw]]);
            }
        }
    }

    private WindowMap map(Lattice coarse) {
        return maps.computeIfAbsent(coarse, lattice -> new WindowMap(lattice, trained.fine(lattice), this));
    }

    @Override
    public List<Integer> ratio() {
        return ratio;
    }

    @Override
    public List<Place> window() {
        return window;
    }

    @Override
    public List<Place> targets() {
        return targets;
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void probabilities(long[] windows, float[] probabilities) {
        int perWindow = targets.size();
        for (int i = 0; i < windows.length; i++) {
            int first = Math.toIntExact(windows[i]) * perWindow;
            for (int t = 0; t < perWindow; t++) {
                setBothStates(probabilities, i * perWindow + t, up[first + t]);
            }
        }
    }

    private static void setBothStates(float[] probabilities, int site, float up) {
        probabilities[2 * site] = 1 - up;
        probabilities[2 * site + 1] = up;
    }

    /** What the table is not, the trained resolver may be: both have the same distribution. */
    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : trained.capability(type);
    }

    @Override
    public void save(Path folder) throws IOException {
        trained.save(folder);
    }

    @Override
    public void close() {}
}
