package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.TableSheet;
import org.osgi.service.component.annotations.Component;

/**
 * A table that says what agrees: quantities beside exact values of the Ising model, those of other ensembles, or numbers
 * that somebody published. A value agrees if it differs by at most four standard errors of the difference, or by at most the
 * tolerance of the {@link Check}; errors count as independent. The table shows the value that differs most of those beyond
 * their errors, and chi^2/n over all.
 */
@Component
@Kind(
        name = "comparison",
        description = "A table of quantities beside exact, other or published values, and whether they agree.",
        parameters = Comparison.Parameters.class)
public final class Comparison implements Figure<Comparison.Parameters> {
    /**
     * @param checks quantities, a row each
     * @param distributions distributions, a row each
     * @param title a line above the table
     */
    public record Parameters(
            @Description("which quantities are compared with what, a row each")
            @Example("[{\"quantity\": \"abs_m\", \"of\": \"larger\", \"with\": \"direct\"}]")
            @Default("[]")
            List<Check> checks,

            @Description("which distributions are compared, a row each") @Default("[]")
            List<DistributionCheck> distributions,

            @Description("a line above the table") Optional<String> title) {
        public Parameters {
            checks = List.copyOf(checks);
            distributions = List.copyOf(distributions);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireResults(available);
        if (parameters.checks().isEmpty() && parameters.distributions().isEmpty()) {
            throw new InvalidParameterException("", "at least one comparison", "none");
        }
        requireQuantities(parameters.checks(), available);
        requireDistributions(parameters.distributions(), available);
        return (results, output) -> draw(parameters, results, output);
    }

    private static void requireQuantities(List<Check> checks, Available available) {
        for (int i = 0; i < checks.size(); i++) {
            String quantity = checks.get(i).quantity();
            if (!available.quantities().contains(quantity)) {
                throw InvalidParameterException.unknown("checks[" + i + "].quantity", available.quantities(), quantity);
            }
        }
    }

    private static void requireDistributions(List<DistributionCheck> checks, Available available) {
        for (int i = 0; i < checks.size(); i++) {
            Distribution distribution = checks.get(i).of();
            if (distribution.isDiscrete()
                    || available.quantities().stream()
                            .noneMatch(quantity -> distribution.bin(quantity).isPresent())) {
                throw new InvalidParameterException(
                        "distributions[" + i + "].of", "a distribution whose histogram was measured", "another");
            }
        }
    }

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<Finding> findings = parameters.checks().stream()
                .map(check -> Finding.of(check, results))
                .toList();
        List<DistributionFinding> distributions = parameters.distributions().stream()
                .map(check -> DistributionFinding.of(check, results))
                .toList();
        List<List<String>> rows = Stream.concat(
                        findings.stream().map(FindingTable::cells),
                        distributions.stream().map(FindingTable::cells))
                .toList();
        Files.write(
                new TableSheet(parameters.title(), FindingTable.HEADER, rows),
                FindingCsv.of(findings, distributions),
                output);
    }
}
