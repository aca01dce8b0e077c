package org.blockspin.pipeline.internal;

import java.nio.charset.StandardCharsets;
import org.blockspin.api.Figure;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin;

/** "Draws" the number of rows. */
@Kind(name = "row-count", parameters = Plugin.NoParameters.class)
public final class ListFigure implements Figure<Plugin.NoParameters> {
    @Override
    public Drawing create(NoParameters parameters, Available available) {
        return (results, output) ->
                output.write("csv", String.valueOf(results.size()).getBytes(StandardCharsets.UTF_8));
    }
}
