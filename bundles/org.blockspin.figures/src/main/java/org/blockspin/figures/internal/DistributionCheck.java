package org.blockspin.figures.internal;

import java.util.List;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Input;
import org.blockspin.api.Min;
import org.blockspin.api.Positive;
import org.blockspin.api.Unit;

/**
 * Two distributions that are compared.
 *
 * @param of which distribution
 * @param step the step that made the configurations
 * @param with the step that made those to compare with
 * @param temperatures where; those that are nearest to these, all if empty
 * @param tolerance the distance that counts as none
 * @param expected what is said to come out
 */
public record DistributionCheck(
        @Description("magnetization, abs-magnetization or energy")
        Distribution of,

        @Description("the step that made the configurations")
        Input<Ensemble> step,

        @Description("the step that made the configurations to compare with")
        Input<Ensemble> with,

        @Description("temperatures, of which the nearest that were measured are compared; none for all")
        @Unit("J/k_B")
        @Positive
        @Default("[]")
        List<Double> temperatures,

        @Description("distance that counts as none, whatever its significance") @Min(0) @Default("0")
        double tolerance,

        @Description("what is said to come out: agreement or difference") @Default("agreement")
        Check.Outcome expected) {
    public DistributionCheck {
        temperatures = List.copyOf(temperatures);
    }
}
