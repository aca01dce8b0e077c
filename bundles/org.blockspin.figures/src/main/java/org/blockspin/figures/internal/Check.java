package org.blockspin.figures.internal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Min;

/**
 * What is compared with what: a quantity, at every temperature and size that it was measured at, with the exact one, with
 * that of another step or with a number.
 *
 * @param quantity its name
 * @param of the step that made the configurations
 * @param with the step that made those to compare with
 * @param value the number to compare with
 * @param error its standard error
 * @param source where the number comes from
 * @param tolerance the relative difference that counts as none
 * @param relativeTo what differences are divided by
 * @param expected what is said to come out
 */
public record Check(
        @Description("name of the quantity") String quantity,

        @Description("the step that made the configurations; left out for a fit")
        Optional<Input<Ensemble>> of,

        @Description("the step that made the configurations to compare with, at the same temperature and size")
        Optional<Input<Ensemble>> with,

        @Description("a number to compare with; without it and \"with\", exact values of the Ising model")
        Optional<Double> value,

        @Description("standard error of that number") @Min(0) @Default("0")
        double error,

        @Description("where that number comes from") @Default("")
        String source,

        @Description("relative difference that counts as none, as four standard errors do") @Min(0) @Default("0")
        double tolerance,

        @Description("what a difference is divided by: the value that it is a difference from, or the largest of them")
        @Default("value")
        Scale relativeTo,

        @Description("what is said to come out: agreement or difference") @Default("agreement")
        Outcome expected) {

    /** What differences are relative to. */
    public enum Scale {
        VALUE,
        LARGEST
    }

    /** What a comparison comes to. */
    public enum Outcome {
        AGREEMENT,
        DIFFERENCE
    }

    public Check {
        if (with.isPresent() && value.isPresent()) {
            throw new InvalidParameterException("value", "either a step to compare with or a number", "both");
        }
    }

    OptionalDouble number() {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
