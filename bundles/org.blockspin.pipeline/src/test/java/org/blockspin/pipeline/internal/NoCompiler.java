package org.blockspin.pipeline.internal;

import java.util.Optional;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin;
import org.blockspin.api.ResolverCompiler;

/** Stands in for the compiler that super-resolve steps use by default; compiles nothing. */
@Kind(name = "table", parameters = Plugin.NoParameters.class)
public final class NoCompiler implements ResolverCompiler<Plugin.NoParameters> {
    @Override
    public Compiler create(NoParameters parameters, NoContext context) {
        return (trained, progress) -> Optional.empty();
    }
}
