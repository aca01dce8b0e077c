package org.blockspin.pipeline.internal.steps;

import java.util.List;
import org.blockspin.pipeline.internal.plan.StepKind;

/** The kinds of steps. The list is closed; what the steps hold is open to plugins. */
public final class StepKinds {
    private StepKinds() {}

    public static List<StepKind<?>> all() {
        return List.of(
                new SampleStep(),
                new CoarseGrainStep(),
                new TrainStep(),
                new SuperResolveStep(),
                new MapTemperatureStep(),
                new ObserveStep(),
                new FitStep(),
                new FigureStep());
    }
}
