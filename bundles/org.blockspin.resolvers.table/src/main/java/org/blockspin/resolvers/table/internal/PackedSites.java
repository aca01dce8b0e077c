package org.blockspin.resolvers.table.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.RandomStream;

/**
 * Draws many sites at once, where the window lies in a {@link Box}: bits of {@link GatheredSites}, a test holds it to
 * them.
 */
final class PackedSites implements SiteDrawer {
    private final BoxWindows windows;
    private final DrawnPlanes planes;
    private final FineRows fineRows;

    PackedSites(BoxTable table, Lattice coarse) {
        int columns = coarse.cells().get(coarse.dimensions() - 1);
        int rows = coarse.sites() / columns;
        this.windows = new BoxWindows(table.box(), rows, columns);
        this.planes = new DrawnPlanes(table, windows, coarse.sites());
        this.fineRows = new FineRows(table.box(), rows, columns);
    }

    @Override
    public void draw(Configurations coarse, Configurations fine, int configuration, RandomStream random) {
        windows.read(coarse.words(), (long) coarse.wordOffset(configuration, 0) * Long.SIZE);
        planes.draw(random.nextLong());
        fineRows.write(planes.planes(), fine.words(), fine.wordOffset(configuration, 0));
    }
}
