package org.blockspin.benchmarks.work;

import java.util.Map;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.statistics.BinnedRows;
import org.blockspin.statistics.RandomStreams;

/** Measures an observable of critical configurations and adds it up in a bin a block. A unit is a site. */
final class MeasuringWork implements Work {
    private static final int BLOCKS = 8;

    private final String observable;
    private final int size;

    MeasuringWork(String observable, int size) {
        this.observable = observable;
        this.size = size;
    }

    @Override
    public void run(Server server) {
        Configurations block = CriticalIsing.configurations(size, Ensemble.BLOCK, RandomStreams.of(2019, "measure"));
        Measurement measurement = Observables.measurement(observable, size);
        server.ready(Map.of());
        while (true) {
            server.done((double) measured(measurement, block) * block.sites());
        }
    }

    /** Returns the number of configurations. A method of its own, so that the JVM compiles it as it does the engine's. */
    private static long measured(Measurement measurement, Configurations block) {
        BinnedRows.Builder bins = BinnedRows.builder(measurement.columns(), Ensemble.BLOCK);
        double[][] rows = new double[block.count()][measurement.columns()];
        for (int i = 0; i < BLOCKS; i++) {
            measurement.measure(block, 0, rows);
            for (double[] row : rows) {
                bins.add(row);
            }
        }
        return bins.build().samples();
    }
}
