package org.blockspin.pipeline.internal.plan;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.blockspin.api.Chosen;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin;
import org.blockspin.api.RandomStream;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Control;
import org.blockspin.pipeline.internal.json.Node;
import org.blockspin.statistics.RandomStreams;

/** What a step kind sees while it plans one step. */
public final class StepPlanning<R extends Record> {
    /**
     * What is the same for all steps of a pipeline.
     *
     * @param readers the number of steps that name a step as an input
     * @param engine gives a hash of the engine's own bundles
     */
    public record Shared(
            long seed,
            Catalogue catalogue,
            Mistakes mistakes,
            Map<String, Family> families,
            Map<String, Long> readers,
            BlockCache cache,
            Control control,
            Supplier<String> engine) {}

    private final Shared shared;
    private final String step;
    private final Scope scope;
    private final Node node;
    private final Class<R> type;
    private final R unresolved;
    private final List<String> dependencies;
    private final Map<String, Matching> matchings = new HashMap<>();
    private final List<Family.Member> members = new ArrayList<>();
    private final Set<Object> used = new LinkedHashSet<>();
    private Optional<Binder> binder = Optional.empty();

    StepPlanning(Shared shared, String step, Node node, Class<R> type, R unresolved, List<String> dependencies) {
        this.shared = shared;
        this.step = step;
        this.scope = Scope.of(step);
        this.node = node;
        this.type = type;
        this.unresolved = unresolved;
        this.dependencies = List.copyOf(dependencies);
    }

    /** The full name of this step. */
    public String step() {
        return step;
    }

    /** The scope that names in the parameters are of. */
    public Scope scope() {
        return scope;
    }

    public Catalogue catalogue() {
        return shared.catalogue();
    }

    public BlockCache cache() {
        return shared.cache();
    }

    public Control control() {
        return shared.control();
    }

    /** The parameters, in which inputs have names and no values yet. */
    public R parameters() {
        return unresolved;
    }

    /** The stream of this step for one member. */
    public RandomStream stream(Coordinates coordinates) {
        return RandomStreams.of(shared.seed(), step, coordinates.toString());
    }

    /** The family of a step that was planned before. */
    public Family family(Input<?> input) {
        return family(scope.full(input.step()));
    }

    /** Whether no other step reads what an input makes. */
    public boolean readsAlone(Input<?> input) {
        return shared.readers().getOrDefault(scope.full(input.step()), 0L) == 1;
    }

    private Family family(String name) {
        Family family = shared.families().get(name);
        if (family == null) {
            throw new IllegalStateException("step " + name + " is not planned yet");
        }
        return family;
    }

    /** The coordinates at which all inputs have a member. A member of an input that finds no partner is a mistake. */
    public List<Coordinates> join(List<? extends Input<?>> inputs) {
        List<List<Coordinates>> sets =
                inputs.stream().map(input -> family(input).coordinates()).toList();
        List<Coordinates> joined = Coordinates.join(sets);
        if (!allows(joined.size())) {
            return List.of();
        }
        List<Coordinates> all = sets.stream().flatMap(List::stream).toList();
        return belong("", all, joined) ? joined : List.of();
    }

    /** The same, where the members of the last input belong to those of the others whatever the sweep of either was. */
    public List<Coordinates> joinAtAnyTemperature(Input<?> input, Input<?> last) {
        List<Coordinates> joined = Coordinates.join(List.of(family(input).coordinates(), atNoTemperature(last)));
        return allows(joined.size()) && belong("", family(input).coordinates(), joined) ? joined : List.of();
    }

    private List<Coordinates> atNoTemperature(Input<?> input) {
        return family(input).coordinates().stream()
                .map(Coordinates::withoutTemperature)
                .toList();
    }

    /** The members of an input that agree with these coordinates in everything but the sweep; in order. */
    public List<Family.Member> membersAtAnyTemperature(Input<?> input, Coordinates coordinates) {
        return matchings
                .computeIfAbsent("any temperature of " + input.step(), key -> new Matching(atNoTemperature(input)))
                .of(coordinates)
                .stream()
                .map(family(input).members()::get)
                .toList();
    }

    /**
     * Whether every member of the inputs belongs to one of the combinations of them; if not, that is a mistake about a
     * key: it would be left out without a word.
     */
    public boolean belong(String key, List<Coordinates> inputs, List<Coordinates> combinations) {
        Matching matching = new Matching(combinations);
        Optional<Coordinates> alone = inputs.stream()
                .filter(coordinates -> matching.of(coordinates).isEmpty())
                .findFirst();
        alone.ifPresent(coordinates -> mistake(
                key,
                "expected inputs with the same temperatures and repeats, found a member at " + coordinates
                        + " that no member of the other inputs matches"));
        return alone.isEmpty();
    }

    /** Whether inputs are at least one and all different; if not, that is a mistake about a key. */
    public boolean differ(String key, List<? extends Input<?>> inputs) {
        List<String> steps = inputs.stream().map(Input::step).toList();
        boolean differ = Set.copyOf(steps).size() == steps.size();
        if (steps.isEmpty() || !differ) {
            mistake(key, "expected at least one step, and each once, found " + steps);
        }
        return !steps.isEmpty() && differ;
    }

    /** Whether this step may have so many members; if not, that is a mistake. */
    public boolean allows(long members) {
        if (members > Coordinates.MOST) {
            mistake("expected at most " + Coordinates.MOST
                    + " combinations of temperatures, repeats and levels, found more");
        }
        return members <= Coordinates.MOST;
    }

    /** Whether blocks of such configurations fit the memory for blocks; if not, that is a mistake about a key. */
    public boolean fits(String key, Model model, Lattice lattice) {
        long most = cache().capacity() / 4;
        long bytes = BlockEnsemble.blockBytes(model, lattice);
        if (bytes > most) {
            mistake(
                    key,
                    "expected lattices of which " + Ensemble.BLOCK + " configurations take at most " + (most >> 20)
                            + " MiB, a quarter of the memory for blocks, which grows with the Java heap; found "
                            + lattice.sizeLabel() + " with " + (bytes >> 20) + " MiB");
        }
        return bytes <= most;
    }

    /** The members of a step that agree with these coordinates. */
    private List<Family.Member> members(String name, Coordinates coordinates) {
        Family family = family(name);
        return matchings.computeIfAbsent(name, key -> new Matching(family.coordinates())).of(coordinates).stream()
                .map(family.members()::get)
                .toList();
    }

    /** The only member of an input that agrees with these coordinates. */
    public Object product(Input<?> input, Coordinates coordinates) {
        List<Family.Member> matching = members(scope.full(input.step()), coordinates);
        if (matching.size() != 1) {
            throw new IllegalStateException(
                    matching.size() + " members of " + input.step() + " agree with " + coordinates);
        }
        return matching.get(0).product();
    }

    /** Binds the parameters for one member and hands them on; not at all if they have mistakes. */
    public void bind(Coordinates coordinates, Consumer<R> body) {
        Binder memberBinder = new Binder(
                shared.catalogue(),
                (place, name, wanted) -> resolve(new Input<>(name, Object::new), coordinates),
                shared.mistakes());
        binder = Optional.of(memberBinder);
        used.clear();
        memberBinder.bind(node, type).ifPresent(body);
    }

    private Object resolve(Input<?> input, Coordinates coordinates) {
        Object product = product(input, coordinates);
        used.add(product);
        return product instanceof Training training ? training.resolver() : product;
    }

    /** The ensembles that were looked at as values of inputs since parameters were bound last. */
    public List<Ensemble> ensemblesUsed() {
        return used.stream()
                .filter(Ensemble.class::isInstance)
                .map(Ensemble.class::cast)
                .toList();
    }

    /** Lets a chosen plugin check its parameters and context; empty, with a mistake, if it refuses. */
    public <K extends Plugin<?, C, W>, C, W> Optional<W> create(Chosen<K, C, W> chosen, C context) {
        Binder current = binder.orElseThrow(() -> new IllegalStateException("bind first"));
        Node place = current.place(chosen);
        try {
            return Optional.of(chosen.create(context));
        } catch (InvalidParameterException e) {
            current.refuse(place, e);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            String title = current.plugins().stream()
                    .filter(plugin -> plugin.name().equals(chosen.name()))
                    .findFirst()
                    .map(Installed::title)
                    .orElse("plugin \"" + chosen.name() + "\"");
            shared.mistakes().add(place.location(), "the " + title + " failed while planning: " + e);
        }
        return Optional.empty();
    }

    /** A mistake about a member of this step's object, or about the step if there is no such member. */
    public void mistake(String key, String message) {
        Node at = node instanceof Node.Obj object ? object.members().getOrDefault(key, node) : node;
        shared.mistakes().add(at.location(), message);
    }

    /** A mistake about the step. */
    public void mistake(String message) {
        shared.mistakes().add(node.location(), message);
    }

    /** Adds a member, determined by the parameters that were bound last and by all inputs at its coordinates. */
    public void add(Coordinates coordinates, Object product) {
        add(coordinates, product, List.of(), List.of());
    }

    /**
     * Adds a member that has one of several inputs.
     *
     * @param source the member of one of the alternatives that it comes from
     * @param alternatives the inputs of which each member of this step has one
     */
    public void add(
            Coordinates coordinates, Object product, Family.Member source, List<? extends Input<?>> alternatives) {
        add(
                coordinates,
                product,
                List.of(source),
                alternatives.stream().map(input -> scope.full(input.step())).toList());
    }

    private void add(Coordinates coordinates, Object product, List<Family.Member> sources, List<String> alternatives) {
        Binder current = binder.orElseThrow(() -> new IllegalStateException("bind first"));
        List<Family.Member> inputs = new ArrayList<>(sources);
        for (String dependency : dependencies) {
            if (!alternatives.contains(dependency)) {
                inputs.addAll(members(dependency, coordinates));
            }
        }
        Identity identity = new Identity(step + "[" + coordinates + "]", () -> determinants(product, current, inputs));
        members.add(new Family.Member(coordinates, product, identity));
    }

    private JsonObject determinants(Object product, Binder current, List<Family.Member> sources) {
        JsonObject all = new JsonObject();
        all.addProperty("seed", shared.seed());
        all.add("parameters", Resolved.determinants(unresolved));
        if (product instanceof Ensemble ensemble && ensemble.temperature().isPresent()) {
            all.addProperty("temperature", ensemble.temperature().getAsDouble());
        }
        JsonObject bundles = new JsonObject();
        bundles.addProperty("engine", shared.engine().get());
        current.plugins()
                .forEach(plugin -> bundles.addProperty(
                        plugin.kind().word() + " " + plugin.name(),
                        plugin.provider().content().get()));
        all.add(Identity.BUNDLES, bundles);
        JsonObject inputs = new JsonObject();
        sources.forEach(source ->
                inputs.addProperty(source.identity().id(), source.identity().key()));
        all.add("inputs", inputs);
        return all;
    }

    Family family() {
        return new Family(step, members);
    }
}
