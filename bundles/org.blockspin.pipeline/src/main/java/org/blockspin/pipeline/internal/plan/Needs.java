package org.blockspin.pipeline.internal.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;

/**
 * What a run would do for a step, and what it would need for that.
 *
 * @param work by unit
 * @param threadBytes memory that one thread holds at once, at most
 * @param sumBytes sums over bins, on disk
 * @param models trained resolvers, on disk
 */
public record Needs(Map<String, Long> work, long threadBytes, long sumBytes, int models) {
    public Needs {
        work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
    }

    static Needs none() {
        return new Needs(Map.of(), 0, 0, 0);
    }

    /** So much work of one unit. */
    public static Needs of(String unit, long amount) {
        return new Needs(Map.of(unit, amount), 0, 0, 0);
    }

    public Needs and(String unit, long amount) {
        Map<String, Long> more = new LinkedHashMap<>(work);
        more.put(unit, amount);
        return new Needs(more, threadBytes, sumBytes, models);
    }

    public Needs withThreadBytes(long bytes) {
        return new Needs(work, bytes, sumBytes, models);
    }

    public Needs withSumBytes(long bytes) {
        return new Needs(work, threadBytes, bytes, models);
    }

    public Needs withModels(int trained) {
        return new Needs(work, threadBytes, sumBytes, trained);
    }

    /** The sum of amounts that are not negative, or the largest long there is. */
    public static long sum(LongStream amounts) {
        return amounts.reduce(0, Needs::sum);
    }

    static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** Configurations times sites of all ensembles of a family. */
    public static long sites(Family family) {
        return sum(ensembles(family)
                .mapToLong(ensemble -> ensemble.count() * ensemble.lattice().sites()));
    }

    /** The largest block of all ensembles of some families, 0 if there are none. */
    public static long largestBlock(Collection<Family> families) {
        return families.stream()
                .flatMap(Needs::ensembles)
                .mapToLong(BlockEnsemble::blockBytes)
                .max()
                .orElse(0);
    }

    static Stream<BlockEnsemble> ensembles(Family family) {
        return family.members().stream()
                .map(Family.Member::product)
                .filter(BlockEnsemble.class::isInstance)
                .map(BlockEnsemble.class::cast);
    }
}
