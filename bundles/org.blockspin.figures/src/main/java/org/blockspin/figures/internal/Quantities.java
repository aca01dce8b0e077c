package org.blockspin.figures.internal;

import java.util.List;
import org.blockspin.api.Figure.Available;
import org.blockspin.api.InvalidParameterException;

/** Checks the parameter {@code quantities}. */
final class Quantities {
    private Quantities() {}

    /**
     * Requires one panel or more, each of a quantity that will be there.
     *
     * @throws InvalidParameterException if there are none or too many, or one of them will not be there
     */
    static void require(List<String> quantities, Available available) {
        if (quantities.isEmpty() || quantities.size() > 26) {
            throw new InvalidParameterException("quantities", "1 to 26 quantities", quantities.size());
        }
        for (int i = 0; i < quantities.size(); i++) {
            if (!available.quantities().contains(quantities.get(i))) {
                throw InvalidParameterException.unknown(
                        "quantities[" + i + "]", available.quantities(), quantities.get(i));
            }
        }
    }
}
