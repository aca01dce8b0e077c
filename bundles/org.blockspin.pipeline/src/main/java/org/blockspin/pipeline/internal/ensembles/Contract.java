package org.blockspin.pipeline.internal.ensembles;

import org.blockspin.api.Configurations;
import org.blockspin.api.Model;
import org.blockspin.pipeline.internal.binding.BrokenContractException;
import org.blockspin.pipeline.internal.binding.PluginKind;

/** Looks at what plugins return: what is wrong there would be wrong results, or a failure far from its cause. */
public final class Contract {
    private Contract() {}

    /** Refuses a block with bits beyond its sites, or with states that the model does not have. */
    public static Configurations block(PluginKind kind, String name, Model model, Configurations block) {
        int used = block.sites() % Long.SIZE;
        boolean someStates = model.states() < 1 << block.planes();
        for (int c = 0; c < block.count(); c++) {
            for (int plane = 0; plane < block.planes() && used > 0; plane++) {
                long last = block.words()[block.wordOffset(c, plane) + block.wordsPerPlane() - 1];
                if (last >>> used != 0) {
                    throw new BrokenContractException(
                            kind, name, "set bits beyond the " + block.sites() + " sites of configuration " + c);
                }
            }
            if (someStates) {
                requireStates(kind, name, model, block, c);
            }
        }
        return block;
    }

    private static void requireStates(
            PluginKind kind, String name, Model model, Configurations block, int configuration) {
        for (int site = 0; site < block.sites(); site++) {
            int state = block.state(configuration, site);
            if (state >= model.states()) {
                throw new BrokenContractException(
                        kind,
                        name,
                        "set site " + site + " of configuration " + configuration + " to state " + state
                                + ", expected a state of at most " + (model.states() - 1));
            }
        }
    }

    /** Refuses rows of another length than said, or with numbers that are none. */
    public static void rows(PluginKind kind, String name, double[][] rows, int columns) {
        for (int c = 0; c < rows.length; c++) {
            double[] row = rows[c];
            if (row == null || row.length != columns) {
                String found = row == null ? "nothing" : row.length + " columns";
                throw new BrokenContractException(
                        kind,
                        name,
                        "left a row of " + found + " for configuration " + c + ", expected " + columns + " columns");
            }
            for (int column = 0; column < columns; column++) {
                if (!Double.isFinite(row[column])) {
                    throw new BrokenContractException(
                            kind, name, "gave " + row[column] + " in column " + column + " for configuration " + c);
                }
            }
        }
    }

    /** Refuses numbers that are not as many as said; a fit may say by NaN that there is none. */
    public static void numbers(PluginKind kind, String name, double[] numbers, int expected) {
        if (numbers == null || numbers.length != expected) {
            String found = numbers == null ? "nothing" : numbers.length + " numbers";
            throw new BrokenContractException(kind, name, "returned " + found + ", expected " + expected);
        }
    }
}
