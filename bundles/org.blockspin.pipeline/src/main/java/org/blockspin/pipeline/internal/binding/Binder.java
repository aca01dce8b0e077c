package org.blockspin.pipeline.internal.binding;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Chosen;
import org.blockspin.api.Default;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Plugin;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.Names;
import org.blockspin.pipeline.internal.json.LocatedReader;
import org.blockspin.pipeline.internal.json.Node;

/**
 * Turns JSON objects into parameter records, and collects every mistake on the way. A binder remembers where the chosen
 * plugins stand, so that what they refuse later can be located.
 */
public final class Binder {
    /** Reflection reads signatures and annotations again for every new array. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private static final int MOST_DIGITS = 400;
    static final int MOST_ELEMENTS = 10_000;

    private final Catalogue catalogue;
    private final InputSource inputs;
    private final Mistakes mistakes;
    private final InputListener found;
    private final Set<Installed> plugins = new LinkedHashSet<>();
    private final IdentityHashMap<Chosen<?, ?, ?>, Node> places = new IdentityHashMap<>();

    /** A binder whose inputs ask {@code inputs} for their values. */
    public Binder(Catalogue catalogue, InputSource inputs, Mistakes mistakes) {
        this(catalogue, inputs, mistakes, (node, step, product) -> {});
    }

    /** A binder that also tells {@code found} of every input it meets. */
    public Binder(Catalogue catalogue, InputSource inputs, Mistakes mistakes, InputListener found) {
        this.catalogue = catalogue;
        this.inputs = inputs;
        this.mistakes = mistakes;
        this.found = found;
    }

    /** Learns which inputs there are. */
    @FunctionalInterface
    public interface InputListener {
        void input(Node node, String step, Class<?> product);
    }

    /** What an input names, in words. */
    public static String inputWord(Class<?> product) {
        return ParameterTypes.inputWord(product);
    }

    /** Where a plugin was chosen. */
    public Node place(Chosen<?, ?, ?> chosen) {
        Node node = places.get(chosen);
        if (node == null) {
            throw new IllegalArgumentException("not chosen here: " + chosen);
        }
        return node;
    }

    /** The plugins that were chosen, also by other plugins' parameters. */
    public Set<Installed> plugins() {
        return Collections.unmodifiableSet(plugins);
    }

    /** The record, or empty if there was any mistake. */
    public <R extends Record> Optional<R> bind(Node node, Class<R> type) {
        return bind(node, type, Set.of()).map(type::cast);
    }

    /** The record that holds what an object has beside members that somebody else reads. */
    public <R extends Record> Optional<R> bindBeside(Set<String> members, Node node, Class<R> type) {
        return bind(node, type, members).map(type::cast);
    }

    private Optional<Object> bind(Node node, Class<?> type, Set<String> alsoKnown) {
        if (!(node instanceof Node.Obj object)) {
            return refuse(node, "an object");
        }
        RecordComponent[] components = COMPONENTS.get(type);
        boolean open = Arrays.stream(components).anyMatch(component -> component.isAnnotationPresent(Inline.class));
        if (!open) {
            refuseUnknownKeys(object, components, alsoKnown);
        }
        Object[] arguments = new Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            Optional<?> argument = component(object, components[i], components);
            complete &= argument.isPresent();
            arguments[i] = argument.orElse(null);
        }
        return complete ? construct(object, type, components, arguments) : Optional.empty();
    }

    private void refuseUnknownKeys(Node.Obj object, RecordComponent[] components, Set<String> alsoKnown) {
        Set<String> known = keys(components);
        known.addAll(alsoKnown);
        object.members().forEach((key, value) -> {
            if (!known.contains(key)) {
                mistakes.add(value.location(), Spelling.unknown("parameter", key, known));
            }
        });
    }

    private static Set<String> keys(RecordComponent[] components) {
        Set<String> keys = new LinkedHashSet<>();
        Arrays.stream(components).forEach(component -> keys.add(Names.kebab(component.getName())));
        return keys;
    }

    private Optional<?> component(Node.Obj object, RecordComponent component, RecordComponent[] all) {
        Type type = component.getGenericType();
        if (component.isAnnotationPresent(Inline.class)) {
            Set<String> others = keys(all);
            return chosen(object, type, others);
        }
        String key = Names.kebab(component.getName());
        Node value = object.members().get(key);
        boolean optional = component.getType() == Optional.class;
        if (value == null) {
            Default standard = component.getAnnotation(Default.class);
            if (standard != null) {
                value = LocatedReader.readAt(object.location().member(key), standard.value(), mistakes);
            } else if (optional) {
                return Optional.of(Optional.empty());
            } else {
                mistakes.add(
                        object.location(),
                        "\"" + key + "\" is missing, expected " + ParameterTypes.describe(type)
                                + suffix(ParameterTypes.range(component)));
                return Optional.empty();
            }
        }
        if (optional) {
            Optional<?> present = value(value, ParameterTypes.argument(type, 0), component);
            return present.isPresent() ? Optional.of(present) : Optional.empty();
        }
        return value(value, type, component);
    }

    private Optional<?> value(Node node, Type type, AnnotatedElement limits) {
        Class<?> raw = ParameterTypes.raw(type);
        if (raw == int.class || raw == Integer.class) {
            return integer(node, limits, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
        } else if (raw == long.class || raw == Long.class) {
            return integer(node, limits, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (raw == double.class || raw == Double.class) {
            return number(node, limits);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return node instanceof Node.Bool bool ? Optional.of(bool.value()) : refuse(node, "true or false");
        } else if (raw == String.class) {
            return text(node);
        } else if (raw.isEnum()) {
            return constant(node, raw);
        } else if (raw == List.class) {
            return list(node, ParameterTypes.argument(type, 0), limits);
        } else if (raw == Chosen.class) {
            return chosen(node, type, Set.of());
        } else if (raw == Input.class) {
            return input(node, ParameterTypes.raw(ParameterTypes.argument(type, 0)));
        } else if (raw == Temperatures.class) {
            return new TemperatureReader(mistakes).read(node);
        } else if (raw.isRecord()) {
            return bind(node, raw, Set.of());
        }
        throw new IllegalStateException(type + " cannot be the type of a parameter");
    }

    /**
     * A number is taken as it is written: distances are numbers or texts such as "L/4". What no file of results can hold
     * is refused.
     */
    private Optional<String> text(Node node) {
        if (node instanceof Node.Num number) {
            return Optional.of(number.literal());
        }
        if (!(node instanceof Node.Text text)) {
            return refuse(node, "a text");
        }
        boolean writable = text.value()
                .codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || Character.getType(c) == Character.SURROGATE);
        return writable
                ? Optional.of(text.value())
                : refuse(node, "a text without control characters and broken surrogate pairs");
    }

    private Optional<Long> integer(Node node, AnnotatedElement limits, long min, long max) {
        String range = ParameterTypes.range(limits);
        BigDecimal exact = decimal(node).orElse(BigDecimal.valueOf(0.5));
        boolean tooLarge = exact.compareTo(BigDecimal.valueOf(max)) > 0;
        if (tooLarge
                || exact.compareTo(BigDecimal.valueOf(min)) < 0
                || exact.remainder(BigDecimal.ONE).signum() != 0
                || !ParameterTypes.inRange(limits, exact.doubleValue())) {
            return refuse(
                    node, "an integer" + suffix(tooLarge && !range.contains("at most") ? "of at most " + max : range));
        }
        return Optional.of(exact.longValueExact());
    }

    private Optional<Double> number(Node node, AnnotatedElement limits) {
        double value = decimal(node).map(BigDecimal::doubleValue).orElse(Double.NaN);
        return Double.isFinite(value) && ParameterTypes.inRange(limits, value)
                ? Optional.of(value)
                : refuse(node, "a number" + suffix(ParameterTypes.range(limits)));
    }

    /** A number; not one with absurdly many digits or an absurd exponent, which would take hours to expand. */
    public static Optional<BigDecimal> decimal(Node node) {
        if (!(node instanceof Node.Num number) || number.literal().length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(number.literal());
            return Math.abs((long) value.scale()) > MOST_DIGITS ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> constant(Node node, Class<?> type) {
        Map<String, Object> constants = ParameterTypes.constants(type);
        if (!(node instanceof Node.Text text)) {
            return refuse(node, "one of " + String.join(", ", constants.keySet()));
        }
        Object constant = constants.get(text.value());
        if (constant == null) {
            mistakes.add(node.location(), Spelling.unknown("value", text.value(), constants.keySet()));
        }
        return Optional.ofNullable(constant);
    }

    private Optional<List<?>> list(Node node, Type element, AnnotatedElement limits) {
        boolean single = !(node instanceof Node.Arr) && ParameterTypes.raw(element) == Input.class;
        if (!single && !(node instanceof Node.Arr)) {
            return refuse(node, "a list, each element " + ParameterTypes.describe(element));
        }
        List<Node> nodes = single ? List.of(node) : ((Node.Arr) node).elements();
        if (nodes.size() > MOST_ELEMENTS) {
            mistakes.add(node.location(), "expected at most " + MOST_ELEMENTS + " elements, found " + nodes.size());
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (Node child : nodes) {
            value(child, element, limits).ifPresent(values::add);
        }
        return values.size() == nodes.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> input(Node node, Class<?> product) {
        if (!(node instanceof Node.Text text)) {
            return refuse(node, "the name of " + ParameterTypes.inputWord(product));
        }
        found.input(node, text.value(), product);
        return Optional.of(new Input<>(text.value(), () -> inputs.product(node, text.value(), product)));
    }

    private Optional<Object> chosen(Node node, Type type, Set<String> othersKeys) {
        PluginKind kind = ParameterTypes.kind(type);
        Node nameNode = node instanceof Node.Obj object ? object.members().get("kind") : node;
        if (nameNode == null) {
            mistakes.add(node.location(), "\"kind\" is missing, expected the name of a " + kind.word());
            return Optional.empty();
        }
        if (!(nameNode instanceof Node.Text name)) {
            return refuse(nameNode, "the name of a " + kind.word());
        }
        Map<String, Installed> known = catalogue.plugins(kind);
        Installed installed = known.get(name.value());
        if (installed == null) {
            mistakes.add(nameNode.location(), Spelling.unknown(kind.word(), name.value(), known.keySet()));
            return Optional.empty();
        }
        try {
            return parameters(node, installed, delegate(installed), othersKeys);
        } catch (InvalidParameterException e) {
            refuse(nameNode, e);
            return Optional.empty();
        } catch (UnusablePluginException e) {
            mistakes.add(nameNode.location(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Plugin<?, ?, ?> delegate(Installed installed) {
        Plugin<?, ?, ?> plugin = installed.instance().get();
        if (plugin instanceof Delegating delegating) {
            Delegating.Delegate delegate = delegating.within(catalogue);
            plugins.addAll(delegate.uses());
            return delegate.plugin();
        }
        return plugin;
    }

    private Optional<Object> parameters(
            Node node, Installed installed, Plugin<?, ?, ?> plugin, Set<String> othersKeys) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (node instanceof Node.Obj object) {
            members.putAll(object.members());
            members.keySet().removeAll(othersKeys);
            members.remove("kind");
        }
        Node.Obj own = new Node.Obj(node.location(), members);
        return bind(own, Installed.parametersOf(plugin), Set.of("kind")).map(record -> {
            Chosen<?, ?, ?> chosen = choose(installed.name(), plugin, (Record) record);
            places.put(chosen, node);
            plugins.add(installed);
            return chosen;
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Chosen<?, ?, ?> choose(String name, Plugin<?, ?, ?> plugin, Record parameters) {
        return new Chosen(name, plugin, parameters);
    }

    private Optional<Object> construct(
            Node.Obj object, Class<?> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidParameterException invalid) {
                refuse(object, invalid);
                return Optional.empty();
            }
            mistakes.add(object.location(), "not valid: " + e.getCause());
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parameter record " + type.getName() + " cannot be created", e);
        }
    }

    /** Adds what a plugin refused, located as closely as its message allows. */
    public void refuse(Node node, InvalidParameterException invalid) {
        Node at = node;
        for (String part : invalid.parameter().split("[.\\[\\]]+", -1)) {
            at = child(at, Names.kebab(part)).orElse(at);
        }
        String name = at == node && !invalid.parameter().isEmpty() ? Names.kebab(invalid.parameter()) + ": " : "";
        String suggestion = Spelling.suggestion(invalid.found(), invalid.known());
        mistakes.add(
                at.location(), name + "expected " + invalid.expected() + ", found " + invalid.found() + suggestion);
    }

    private static Optional<Node> child(Node node, String key) {
        if (node instanceof Node.Obj object) {
            return Optional.ofNullable(object.members().get(key));
        }
        if (node instanceof Node.Arr array && key.matches("\\d{1,6}")) {
            int index = Integer.parseInt(key);
            return index < array.elements().size()
                    ? Optional.of(array.elements().get(index))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private <T> Optional<T> refuse(Node node, String expected) {
        mistakes.refuse(node, expected);
        return Optional.empty();
    }

    private static String suffix(String range) {
        return range.isEmpty() ? "" : " " + range;
    }
}
