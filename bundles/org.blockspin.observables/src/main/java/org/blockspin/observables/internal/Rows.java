package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Quantity;

/**
 * A measurement that treats one configuration after the other.
 *
 * @param columns numbers a row
 * @param writer writes the row of one configuration
 * @param quantities functions of the column means
 */
record Rows(int columns, RowWriter writer, List<Quantity> quantities) implements Measurement {
    /** Measures one configuration. */
    @FunctionalInterface
    interface RowWriter {
        void write(Configurations batch, int configuration, double[] row);
    }

    Rows {
        quantities = List.copyOf(quantities);
    }

    @Override
    public void measure(Configurations batch, long first, double[][] rows) {
        for (int configuration = 0; configuration < batch.count(); configuration++) {
            writer.write(batch, configuration, rows[configuration]);
        }
    }
}
