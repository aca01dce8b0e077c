package org.blockspin.benchmarks.work;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.Observable;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.observables.internal.BlockSums;
import org.blockspin.observables.internal.Energy;
import org.blockspin.observables.internal.Histogram;
import org.blockspin.observables.internal.Magnetization;
import org.blockspin.observables.internal.SpecificHeat;
import org.blockspin.observables.internal.Susceptibility;
import org.blockspin.observables.internal.TwoPoint;

/** The observables with their default parameters, by name. */
public final class Observables {
    /** Their names. */
    public static final List<String> NAMES = List.of(
            "magnetization", "energy", "susceptibility", "specific-heat", "two-point", "block-sums", "histogram");

    private Observables() {}

    /** On L x L sites at the critical temperature. */
    public static Measurement measurement(String name, int size) {
        Observable.Subject subject = CriticalIsing.subject(size);
        NoParameters none = new NoParameters();
        return switch (name) {
            case "magnetization" -> new Magnetization().create(none, subject);
            case "energy" -> new Energy().create(none, subject);
            case "susceptibility" -> new Susceptibility().create(none, subject);
            case "specific-heat" -> new SpecificHeat().create(none, subject);
            case "two-point" -> new TwoPoint().create(new TwoPoint.Parameters(List.of("L/4", "L/2")), subject);
            case "block-sums" -> new BlockSums().create(new BlockSums.Parameters(2), subject);
            case "histogram" ->
                new Histogram()
                        .create(
                                new Histogram.Parameters(
                                        Histogram.Of.MAGNETIZATION,
                                        20,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                subject);
            default -> throw new IllegalArgumentException("unknown observable \"" + name + "\"");
        };
    }
}
