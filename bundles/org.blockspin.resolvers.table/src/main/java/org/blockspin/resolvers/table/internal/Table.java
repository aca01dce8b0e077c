package org.blockspin.resolvers.table.internal;

import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Progress;
import org.blockspin.api.ResolverCompiler;
import org.blockspin.api.TrainedResolver;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * Turns a local resolver into a table: what it says about every possible window, asked once. The table draws the same
 * spins from the same random numbers wherever the resolver itself would compute the same probabilities, and is hundreds of
 * times faster than a small network.
 */
@Component
@Kind(
        name = "table",
        description = "Compiles a local resolver of two states to an exact lookup table of all windows.",
        parameters = Table.Parameters.class)
public final class Table implements ResolverCompiler<Table.Parameters> {
    private static final int LARGEST = 24;

    /** @param maximumWindowBits the table has 2 to this power windows at most */
    public record Parameters(
            @Description("largest number of sites of a window for which a table is made")
            @Unit("sites")
            @Min(1)
            @Max(LARGEST)
            @Default("20")
            int maximumWindowBits) {}

    @Override
    public Compiler create(Parameters parameters, NoContext context) {
        int bits = parameters.maximumWindowBits();
        if (bits < 1 || bits > LARGEST) {
            throw new InvalidParameterException("maximumWindowBits", "1 to " + LARGEST, bits);
        }
        return (trained, progress) -> compile(trained, bits, progress);
    }

    private static Optional<TrainedResolver> compile(TrainedResolver trained, int maximumBits, Progress progress) {
        return trained.capability(LocalConditional.class)
                .filter(local -> local.states() == 2 && local.window().size() <= maximumBits)
                .map(local -> new TableResolver(trained, local, progress));
    }
}
