package org.blockspin.pipeline.internal.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Figure;
import org.blockspin.api.Fit;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.ModelKind;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin;
import org.blockspin.api.ResolverCompiler;
import org.blockspin.api.Sampler;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TemperatureMap;

/** The kinds of plugins: the interface, and the word for it. */
public enum PluginKind {
    LATTICE("lattice", LatticeKind.class),
    MODEL("model", ModelKind.class),
    SAMPLER("sampler", Sampler.class),
    COARSE_GRAINER("coarse-grainer", CoarseGrainer.class),
    SUPER_RESOLVER("super-resolver", SuperResolver.class),
    RESOLVER_COMPILER("resolver-compiler", ResolverCompiler.class),
    TEMPERATURE_MAP("temperature-map", TemperatureMap.class),
    OBSERVABLE("observable", Observable.class),
    FIT("fit", Fit.class),
    FIGURE("figure", Figure.class);

    private final String word;
    private final Class<?> service;

    @SuppressWarnings("rawtypes")
    PluginKind(String word, Class<? extends Plugin> service) {
        this.word = word;
        this.service = service;
    }

    public String word() {
        return word;
    }

    /** The service interface. */
    public Class<?> service() {
        return service;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PluginKind::word).toList();
    }

    static Optional<PluginKind> of(Class<?> service) {
        return Arrays.stream(values()).filter(kind -> kind.service == service).findFirst();
    }
}
