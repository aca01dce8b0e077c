package org.blockspin.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.pipeline.internal.plan.ExplanationJson;

/**
 * What a run of a plan would do, resolved in every detail, and what it would need. Nothing is computed for it but the
 * plan: amounts of work are exact counts, bytes are those of configurations and sums, and what plugins use inside is not
 * known.
 *
 * @param name of the pipeline
 * @param description of the pipeline, may be empty
 * @param seed of the pipeline
 * @param steps in the order in which they run
 * @param work of all steps, by unit
 */
public record Explanation(
        String name,
        String description,
        long seed,
        List<Step> steps,
        Map<String, Long> work,
        Memory memory,
        Disk disk) {

    public Explanation {
        steps = List.copyOf(steps);
        work = inOrder(work);
    }

    /**
     * A step and everything that it makes.
     *
     * @param inputs names of the steps that it uses
     * @param parameters by name, each as compact JSON, every default spelled out
     * @param members of its family, one for every combination of temperature, repeat and level
     * @param work by unit, for instance {@code sites sampled}
     */
    public record Step(
            String name,
            String kind,
            List<String> inputs,
            Map<String, String> parameters,
            List<Member> members,
            Map<String, Long> work) {
        public Step {
            inputs = List.copyOf(inputs);
            parameters = inOrder(parameters);
            members = List.copyOf(members);
            work = inOrder(work);
        }
    }

    /**
     * One of the things that a step makes.
     *
     * @param coordinates temperature, repeat and level, those that it has
     * @param configurations those that it makes, is trained to make, or measures
     * @param pairs what it is trained on
     * @param quantities that it measures or fits
     * @param stream where its random numbers come from
     */
    public record Member(
            Map<String, String> coordinates,
            Optional<Configurations> configurations,
            Optional<Pairs> pairs,
            List<String> quantities,
            Optional<Stream> stream) {
        public Member {
            coordinates = inOrder(coordinates);
            quantities = List.copyOf(quantities);
        }
    }

    /**
     * An ensemble.
     *
     * @param model kind of the model
     * @param lattice kind of the lattice
     * @param size extents in cells, as in {@code 16x16}
     * @param temperature in units of J / k_B, where there is one
     * @param depth how many times more it was coarse-grained than super-resolved
     * @param count number of configurations
     * @param root the sampled ensemble that it descends from, block by block
     * @param blocks number of blocks, each computed as a whole
     * @param blockBytes of a whole block in memory
     * @param bytes of all blocks in memory
     * @param files written to the run folder; none unless it is kept
     * @param fileBytes of these before compression, which saves a third at a critical point
     */
    public record Configurations(
            String model,
            String lattice,
            String size,
            OptionalDouble temperature,
            int depth,
            long count,
            String root,
            long blocks,
            long blockBytes,
            long bytes,
            long files,
            long fileBytes) {}

    /** What a resolver is trained on: how many pairs, and the sizes of their lattices. */
    public record Pairs(long count, String coarse, String fine) {}

    /** The key of a stream of random numbers: two streams with equal keys are one, all others are independent. */
    public record Stream(long seed, String step, String coordinates) {}

    /**
     * Memory in bytes.
     *
     * @param heap of this Java process
     * @param blocks what is kept of blocks that were computed; what does not fit is computed again when it is used again
     * @param ensembles what all blocks of all ensembles would take
     * @param largestBlock the largest block
     * @param largestBlockOf the step that makes it
     * @param mostBlock a larger block is refused
     * @param thread what one thread holds at once of blocks under way and of rows that are measured, at most
     */
    public record Memory(
            long heap,
            long blocks,
            long ensembles,
            long largestBlock,
            String largestBlockOf,
            long mostBlock,
            long thread) {}

    /**
     * What a run leaves in its folder.
     *
     * @param files of kept ensembles
     * @param fileBytes of these before compression
     * @param sumBytes of sums over bins, about
     * @param models trained resolvers; a small network takes less than a MiB
     */
    public record Disk(long files, long fileBytes, long sumBytes, int models) {}

    /** All of it as JSON, with a final line break; names as in Java, lower-case and with hyphens. */
    public String json() {
        return ExplanationJson.write(this);
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
