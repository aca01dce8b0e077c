package org.blockspin.resolvers.table.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.RandomStream;

/** Draws fine configurations from a table, for one coarse lattice. Holds scratch: used by one thread. */
interface SiteDrawer {
    /** Draws the fine configuration of this number from the coarse one of the same number. */
    void draw(Configurations coarse, Configurations fine, int configuration, RandomStream random);
}
