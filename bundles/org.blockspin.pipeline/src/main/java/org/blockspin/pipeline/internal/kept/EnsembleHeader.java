package org.blockspin.pipeline.internal.kept;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.api.WritableNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.InvalidEnsembleException;

/**
 * What every file of a kept ensemble says about it, as attributes of the root group. {@code docs/ensemble-files.md}
 * describes them for readers of the files.
 *
 * @param step name of the step that made the ensemble
 * @param member its coordinates in the step's family, empty if there is one member only
 * @param lattice name of the lattice's plugin
 * @param size extents in cells
 * @param basis sites a cell
 * @param model name of the model's plugin
 * @param states states a site
 * @param planes binary digits of a state
 * @param temperature in units of J/k_B, where there is one
 * @param depth how many times more it was coarse-grained than super-resolved
 * @param root the sampled ensemble that it descends from, block by block
 * @param seed of the pipeline
 * @param total configurations of the whole ensemble
 */
public record EnsembleHeader(
        String step,
        String member,
        String lattice,
        List<Integer> size,
        int basis,
        String model,
        int states,
        int planes,
        OptionalDouble temperature,
        int depth,
        String root,
        long seed,
        long total) {
    /** Version of the layout of the files. */
    public static final int FORMAT = 1;

    private static final String TEMPERATURE = "temperature";

    public EnsembleHeader {
        size = List.copyOf(size);
    }

    /** Of an ensemble of a pipeline with this seed. */
    public static EnsembleHeader of(Ensemble ensemble, String step, String member, long seed) {
        return new EnsembleHeader(
                step,
                member,
                ensemble.lattice().kind(),
                ensemble.lattice().cells(),
                ensemble.lattice().basis(),
                ensemble.model().kind(),
                ensemble.model().states(),
                ensemble.model().planes(),
                ensemble.temperature(),
                ensemble.depth(),
                ensemble.root(),
                seed,
                ensemble.count());
    }

    /** Sites of one configuration. */
    public int sites() {
        return size.stream().reduce(basis, Math::multiplyExact);
    }

    /** Bytes of one plane of one configuration. */
    public int bytesPerPlane() {
        return (int) ((sites() + 7L) / 8);
    }

    /** Bytes of one packed configuration. */
    public long bytesEach() {
        return (long) bytesPerPlane() * planes;
    }

    void write(WritableNode node) {
        node.putAttribute("format", FORMAT);
        node.putAttribute("step", step);
        node.putAttribute("member", member);
        node.putAttribute("lattice", lattice);
        node.putAttribute("size", size.stream().mapToInt(Integer::intValue).toArray());
        node.putAttribute("basis", basis);
        node.putAttribute("model", model);
        node.putAttribute("states", states);
        node.putAttribute("planes", planes);
        if (temperature.isPresent()) {
            node.putAttribute(TEMPERATURE, temperature.getAsDouble());
        }
        node.putAttribute("depth", depth);
        node.putAttribute("root", root);
        node.putAttribute("seed", seed);
        node.putAttribute("total", total);
    }

    /** @throws InvalidEnsembleException if the node is not that of a kept ensemble, or of a newer version */
    static EnsembleHeader read(Node node) throws InvalidEnsembleException {
        long format = number(node, "format").longValue();
        if (format != FORMAT) {
            throw new InvalidEnsembleException("expected format " + FORMAT + ", found format " + format
                    + ": it was written by another version of Blockspin");
        }
        EnsembleHeader header = new EnsembleHeader(
                text(node, "step"),
                text(node, "member"),
                text(node, "lattice"),
                Arrays.stream(value(node, "size", int[].class)).boxed().toList(),
                number(node, "basis").intValue(),
                text(node, "model"),
                number(node, "states").intValue(),
                number(node, "planes").intValue(),
                node.getAttribute(TEMPERATURE) == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(number(node, TEMPERATURE).doubleValue()),
                number(node, "depth").intValue(),
                text(node, "root"),
                number(node, "seed").longValue(),
                number(node, "total").longValue());
        header.requireSense();
        return header;
    }

    private void requireSense() throws InvalidEnsembleException {
        boolean sensible = basis >= 1
                && !size.isEmpty()
                && size.stream().allMatch(extent -> extent >= 1)
                && states >= 2
                && planes >= 1
                && planes <= Integer.SIZE - 1;
        if (!sensible) {
            throw new InvalidEnsembleException("its attributes contradict each other");
        }
    }

    static Number number(Node node, String name) throws InvalidEnsembleException {
        return value(node, name, Number.class);
    }

    private static String text(Node node, String name) throws InvalidEnsembleException {
        return value(node, name, String.class);
    }

    private static <T> T value(Node node, String name, Class<T> type) throws InvalidEnsembleException {
        Attribute attribute = node.getAttribute(name);
        Object value = attribute == null ? Optional.empty() : attribute.getData();
        if (!type.isInstance(value)) {
            throw new InvalidEnsembleException(
                    "it is not a file of a kept ensemble: the attribute \"" + name + "\" is not as it should be");
        }
        return type.cast(value);
    }
}
