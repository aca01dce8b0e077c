package org.blockspin.pipeline.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;

/** Lists what there is to draw: quantities, number of rows, and every ensemble with its mean |m|. */
@Kind(name = "inventory", parameters = Inventory.Parameters.class)
public final class Inventory implements Figure<Inventory.Parameters> {
    public record Parameters(@Default("true") boolean configurations) {}

    @Override
    public Drawing create(Parameters parameters, Available available) {
        if (!parameters.configurations() && !available.ensembles().isEmpty()) {
            throw new InvalidParameterException("from", "steps that make results", "configurations");
        }
        return (results, output) -> draw(available, results, output);
    }

    private static void draw(Available available, List<Result> results, Output output) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(new TreeSet<>(available.quantities()) + " " + results.size());
        for (Source source : available.ensembles()) {
            Ensemble ensemble = source.ensemble();
            lines.add(String.join(
                    " ",
                    source.step(),
                    text(source.repeat()),
                    text(source.level()),
                    ensemble.lattice().sizeLabel(),
                    String.valueOf(ensemble.temperature().orElseThrow()),
                    String.valueOf(magnetization(ensemble))));
        }
        output.write("csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }

    private static double magnetization(Ensemble ensemble) {
        double sum = 0;
        for (long k = 0; k < ensemble.blocks(); k++) {
            Configurations block = ensemble.block(k);
            for (int c = 0; c < block.count(); c++) {
                long up = Arrays.stream(block.states(c)).sum();
                sum += Math.abs(2.0 * up / block.sites() - 1);
            }
        }
        return sum / ensemble.count();
    }
}
