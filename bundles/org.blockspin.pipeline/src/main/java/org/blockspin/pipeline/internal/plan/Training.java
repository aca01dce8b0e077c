package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Chosen;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.ResolverCompiler;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.pipeline.internal.ensembles.Control;
import org.blockspin.pipeline.internal.ensembles.InputFailedException;

/** A resolver that a train step will train, and then owns. Thread-safe. */
public final class Training implements AutoCloseable {
    private final String name;
    private final String plugin;
    private final SuperResolver.Trainer trainer;
    private final SuperResolver.Task task;
    private final SuperResolver.Pairs pairs;
    private final RandomStream stream;
    private Optional<Path> folder = Optional.empty();
    private Optional<TrainedResolver> resolver = Optional.empty();
    private final Map<Chosen<?, ?, ?>, TrainedResolver> compiled = new HashMap<>();

    /**
     * @param name of the step, with its coordinates
     * @param plugin name of the super-resolver
     */
    public Training(
            String name,
            String plugin,
            SuperResolver.Trainer trainer,
            SuperResolver.Task task,
            SuperResolver.Pairs pairs,
            RandomStream stream) {
        this.name = name;
        this.plugin = plugin;
        this.trainer = trainer;
        this.task = task;
        this.pairs = pairs;
        this.stream = stream;
    }

    /** Name of the super-resolver that is trained. */
    public String plugin() {
        return plugin;
    }

    public SuperResolver.Task task() {
        return task;
    }

    public SuperResolver.Pairs pairs() {
        return pairs;
    }

    /** The finer lattice that will belong to a coarse one, see {@link SuperResolver.Trainer#fine}. */
    public Lattice fine(Lattice coarse) {
        return trainer.fine(coarse);
    }

    /** Trains; the same plan trains to the same bits. What came out is written by {@link #save}. */
    public void train(Progress progress) {
        TrainedResolver trained =
                InputFailedException.on(() -> "training " + name, () -> trainer.train(pairs, stream, progress));
        synchronized (this) {
            resolver = Optional.of(trained);
        }
    }

    /** Writes what was trained, and lets go of it: whoever needs it reads it again. */
    public synchronized void save(Path output) throws IOException {
        try (TrainedResolver trained = resolver()) {
            resolver = Optional.empty();
            trained.save(output);
        }
    }

    /** Takes what an equal training saved; it is loaded when it is needed first. */
    public synchronized void restore(Path output) {
        folder = Optional.of(output);
    }

    /** The trained resolver itself. */
    public synchronized TrainedResolver resolver() {
        if (resolver.isEmpty()) {
            Path saved = folder.orElseThrow(() -> new IllegalStateException(name + " is not trained yet"));
            try {
                resolver = Optional.of(trainer.load(saved));
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be loaded: " + e.getMessage(), e);
            }
        }
        return resolver.get();
    }

    /**
     * The resolver as a compiler makes it, compiled once. Where the compiler does not apply, the trained one, and a
     * notice that says so, for it may be slower by orders of magnitude.
     */
    public synchronized TrainedResolver resolver(
            Chosen<ResolverCompiler<?>, Plugin.NoContext, ResolverCompiler.Compiler> engine, Control control) {
        TrainedResolver known = compiled.get(engine);
        if (known == null) {
            TrainedResolver trained = resolver();
            Optional<TrainedResolver> fast =
                    engine.create(Plugin.NoContext.NONE).compile(trained, control.silent());
            if (fast.isEmpty() && !engine.name().equals("network")) {
                control.notice(name + " cannot be compiled by \"" + engine.name() + "\": the network itself is used");
            }
            known = fast.orElse(trained);
            compiled.put(engine, known);
        }
        return known;
    }

    @Override
    public synchronized void close() {
        compiled.values().stream()
                .filter(fast -> resolver.isEmpty() || fast != resolver.get())
                .forEach(TrainedResolver::close);
        compiled.clear();
        resolver.ifPresent(TrainedResolver::close);
        resolver = Optional.empty();
    }
}
