package org.blockspin.api;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Draws results. */
@ConsumerType
public interface Figure<P extends Record> extends Plugin<P, Figure.Available, Figure.Drawing> {
    /** What will be there to draw: the names of all quantities of the steps that the figure is drawn from. */
    record Available(Set<String> quantities) {
        public Available {
            quantities = Set.copyOf(quantities);
        }
    }

    /** Where a drawing puts its files. */
    @ProviderType
    @FunctionalInterface
    interface Output {
        /** Stores one file of the figure: {@code png}, {@code svg}, or {@code csv} with the data behind it. */
        void write(String extension, byte[] content) throws IOException;
    }

    /** Draws. Used by one thread at a time. */
    @ConsumerType
    interface Drawing {
        /** Draws the rows as PNG, as SVG, and writes the numbers shown as CSV; the same rows give the same bytes. */
        void draw(List<Result> results, Output output) throws IOException;
    }
}
