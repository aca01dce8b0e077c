package org.blockspin.pipeline.internal.binding;

import java.math.BigDecimal;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.Node;

/** The member {@value #NAME} of files, a whole number that grows with changes which earlier versions cannot read. */
public final class FormatVersion {
    private static final String NAME = "format";

    private FormatVersion() {}

    /** Refuses an object of another format; that it has none, or no number, is found by whoever binds it. */
    public static void require(Node file, int expected, Mistakes mistakes) {
        if (file instanceof Node.Obj object) {
            Node format = object.members().getOrDefault(NAME, file);
            int found = Binder.decimal(format)
                    .filter(number -> number.remainder(BigDecimal.ONE).signum() == 0)
                    .map(BigDecimal::intValue)
                    .orElse(expected);
            if (found != expected) {
                String later = found > expected ? ", which is of a later version of Blockspin" : "";
                mistakes.add(format.location(), "expected format " + expected + ", found " + format.found() + later);
            }
        }
    }
}
