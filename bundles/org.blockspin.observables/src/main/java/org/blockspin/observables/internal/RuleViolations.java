package org.blockspin.observables.internal;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Chosen;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Configurations;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Observable;
import org.osgi.service.component.annotations.Component;

/**
 * How often coarse-graining does not give back the configuration that super-resolution started from: a rule R asks for
 * R(SR(s)) = s, which sites that are drawn independently of each other cannot promise (Efthymiou et al. 2019, Appendix A).
 * Quantity {@code rule_violations}: the fraction of blocks that the rule would have made the coarse spin with probability
 * zero. It is 0 for configurations beside what they were coarse-grained to.
 */
@Component
@Kind(
        name = "rule-violations",
        description = "The fraction of blocks that a rule cannot have made the spin of a coarse configuration.",
        parameters = RuleViolations.Parameters.class)
public final class RuleViolations implements Observable<RuleViolations.Parameters> {
    /**
     * @param coarse what the measured configurations should be coarse-grained to, number by number
     * @param rule the rule
     */
    public record Parameters(
            @Description("the configurations that the measured ones should be coarse-grained to")
            Input<Ensemble> coarse,

            @Description("the rule; that which made the coarse configurations if left out")
            Optional<Chosen<CoarseGrainer<?>, CoarseGrainer.Fine, BlockRule>> rule) {}

    @Override
    public Measurement create(Parameters parameters, Subject subject) {
        Ensemble coarse = parameters.coarse().value();
        BlockRule rule = rule(parameters, coarse, subject);
        if (!rule.coarse().equals(coarse.lattice()) || !subject.model().equals(coarse.model())) {
            throw new InvalidParameterException(
                    "coarse",
                    "configurations of " + subject.model().kind() + " on "
                            + rule.coarse().sizeLabel(),
                    coarse.model().kind() + " on " + coarse.lattice().sizeLabel());
        }
        return new Violations(coarse, rule);
    }

    private static BlockRule rule(Parameters parameters, Ensemble coarse, Subject subject) {
        return parameters
                .rule()
                .map(rule -> rule.create(new CoarseGrainer.Fine(subject.model(), subject.lattice())))
                .orElseGet(() -> coarse.rule()
                        .orElseThrow(() -> new InvalidParameterException(
                                "coarse",
                                "configurations that were made by coarse-graining, or \"rule\"",
                                coarse.root() + " without a rule"))
                        .on(subject.lattice()));
    }

    /** Compares block by block with the coarse configuration of the same number. */
    private record Violations(Ensemble coarse, BlockRule rule) implements Measurement {
        @Override
        public int columns() {
            return 1;
        }

        @Override
        public void measure(Configurations batch, long first, double[][] rows) {
            Configurations wanted = coarse.block(first / Ensemble.BLOCK);
            int[] violations = new int[batch.count()];
            for (int block = 0; block < wanted.sites(); block++) {
                count(block, batch, wanted, violations);
            }
            for (int c = 0; c < violations.length; c++) {
                rows[c][0] = (double) violations[c] / wanted.sites();
            }
        }

        private void count(int block, Configurations batch, Configurations wanted, int[] violations) {
            int[] sites = rule.block(block);
            int[] states = new int[sites.length];
            for (int c = 0; c < violations.length; c++) {
                for (int i = 0; i < sites.length; i++) {
                    states[i] = batch.state(c, sites[i]);
                }
                violations[c] += rule.probability(wanted.state(c, block), states) > 0 ? 0 : 1;
            }
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(new Quantity("rule_violations", means -> means[0]));
        }
    }
}
