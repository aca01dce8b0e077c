package org.blockspin.pipeline.internal.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.json.Node;

/** Takes a pipeline's object apart: what stands around the steps, and the object of each step. */
final class PipelineReader {
    /** The format that this version reads. */
    static final int FORMAT = 1;

    static final String STEPS = "steps";
    static final int MOST_STEPS = 1000;

    /** Where editors look for the schema of a file. */
    static final String SCHEMA = "$schema";

    /** Names become folders and parts of streams' paths; some of them mean devices to Windows. */
    static final String NAME_PATTERN =
            "^(?!([cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|([cC][oO][mM]|[lL][pP][tT])[0-9])$)"
                    + "[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";

    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

    private static final String EXPECTED_NAME =
            "1 to 64 letters, digits, \"_\" and \"-\", the first a letter or digit, that Windows does not reserve";

    /** What stands around the steps. */
    record Head(
            @Description("version of the format") int format,

            @Description("name of the pipeline, and of its folder among the runs")
            String name,

            @Description("random numbers are a function of it") @Default("0")
            long seed,

            @Description("what the pipeline is for") @Default("")
            String description) {}

    /**
     * A step as written.
     *
     * @param whole false if part of the parameters could not be found, which is a mistake already
     */
    record Written(String name, StepKind<?> kind, Node.Obj parameters, boolean whole) {}

    /**
     * The steps of a pipeline.
     *
     * @param readable those that could be read, in the order of the file, with what they inherit
     * @param names of all of them
     */
    record Steps(Map<String, Written> readable, Set<String> names) {}

    private final Node.Obj pipeline;
    private final Map<String, StepKind<?>> kinds;
    private final Mistakes mistakes;

    PipelineReader(Node.Obj pipeline, Map<String, StepKind<?>> kinds, Mistakes mistakes) {
        this.pipeline = pipeline;
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    Optional<Head> head(Catalogue catalogue) {
        Binder binder = new Binder(catalogue, (node, step, product) -> step, mistakes);
        Optional<Head> head = binder.bindBeside(Set.of(STEPS, SCHEMA), pipeline, Head.class);
        checkFormat();
        checkName();
        return head;
    }

    private void checkFormat() {
        Node format = pipeline.members().getOrDefault("format", pipeline);
        int found = Binder.decimal(format)
                .filter(number -> number.remainder(BigDecimal.ONE).signum() == 0)
                .map(BigDecimal::intValue)
                .orElse(FORMAT);
        if (found != FORMAT) {
            String later = found > FORMAT ? ", which is of a later version of Blockspin" : "";
            mistakes.add(format.location(), "expected format " + FORMAT + ", found " + format.found() + later);
        }
    }

    private void checkName() {
        Node name = pipeline.members().getOrDefault("name", pipeline);
        boolean wrong = name instanceof Node.Text text
                ? !NAME.matcher(text.value()).matches()
                : name instanceof Node.Num number
                        && !NAME.matcher(number.literal()).matches();
        if (wrong) {
            mistakes.refuse(name, "a name of " + EXPECTED_NAME);
        }
    }

    Steps steps() {
        Node steps = pipeline.members().getOrDefault(STEPS, pipeline);
        if (steps == pipeline) {
            mistakes.add(pipeline.location(), "\"steps\" is missing, expected an object with at least one step");
            return new Steps(Map.of(), Set.of());
        } else if (!(steps instanceof Node.Obj object)
                || object.members().isEmpty()
                || object.members().size() > MOST_STEPS) {
            mistakes.refuse(steps, "an object with 1 to " + MOST_STEPS + " steps");
            return new Steps(Map.of(), Set.of());
        } else {
            return steps(object);
        }
    }

    private Steps steps(Node.Obj steps) {
        Map<String, Written> written = new LinkedHashMap<>();
        Map<String, String> byFolder = new LinkedHashMap<>();
        steps.members().forEach((name, node) -> {
            checkName(node, name, Optional.ofNullable(byFolder.putIfAbsent(name.toLowerCase(Locale.ROOT), name)));
            step(name, node).ifPresent(step -> written.put(name, step));
        });
        inherit(written);
        return new Steps(written, steps.members().keySet());
    }

    private void checkName(Node node, String name, Optional<String> other) {
        if (!NAME.matcher(name).matches()) {
            mistakes.add(node.location(), "expected a step's name of " + EXPECTED_NAME + ", found " + Node.shown(name));
        }
        other.ifPresent(same -> mistakes.add(
                node.location(),
                "expected names of steps that differ in more than upper and lower case, for some disks do not tell these"
                        + " apart, found " + Node.shown(name) + " beside " + Node.shown(same)));
    }

    /** Gives sample steps what they take from each other. */
    private void inherit(Map<String, Written> written) {
        Map<String, Node.Obj> samples = new LinkedHashMap<>();
        written.values().stream()
                .filter(step -> step.kind().name().equals(Inheritance.KIND))
                .forEach(step -> samples.put(step.name(), step.parameters()));
        Inheritance inheritance = new Inheritance(samples, mistakes);
        samples.keySet()
                .forEach(name -> written.computeIfPresent(name, (key, step) -> inheritance
                        .resolve(name)
                        .map(parameters -> new Written(name, step.kind(), parameters, true))
                        .orElse(new Written(name, step.kind(), step.parameters(), false))));
    }

    private Optional<Written> step(String name, Node node) {
        if (!(node instanceof Node.Obj object) || object.members().size() != 1) {
            mistakes.refuse(node, "an object with one key, the kind of the step");
            return Optional.empty();
        }
        Map.Entry<String, Node> member = object.members().entrySet().iterator().next();
        StepKind<?> kind = kinds.get(member.getKey());
        if (kind == null) {
            mistakes.add(member.getValue().location(), Spelling.unknown("step kind", member.getKey(), kinds.keySet()));
        } else if (member.getValue() instanceof Node.Obj parameters) {
            return Optional.of(new Written(name, kind, parameters, true));
        } else {
            mistakes.refuse(member.getValue(), "an object");
        }
        return Optional.empty();
    }
}
