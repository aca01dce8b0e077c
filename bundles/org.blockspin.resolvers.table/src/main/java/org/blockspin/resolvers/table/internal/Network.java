package org.blockspin.resolvers.table.internal;

import java.util.Optional;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.ResolverCompiler;
import org.osgi.service.component.annotations.Component;

/** Compiles nothing: with it a pipeline asks for the trained resolver itself. */
@Component
@Kind(
        name = "network",
        description = "Compiles nothing: the trained resolver itself does the work.",
        parameters = NoParameters.class)
public final class Network implements ResolverCompiler<NoParameters> {
    @Override
    public Compiler create(NoParameters parameters, NoContext context) {
        return (trained, progress) -> Optional.empty();
    }
}
