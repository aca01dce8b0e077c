package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every site of every configuration: the slow reference. */
final class WholeLattices implements Batches {
    private final TrainingSet set;
    private final int batchSize;
    private final Optional<float[]> energies;

    /**
     * @param batchSize configurations that are evaluated at once where all are
     * @param energies of all targets, where they count
     */
    WholeLattices(TrainingSet set, int batchSize, Optional<float[]> energies) {
        this.set = set;
        this.batchSize = batchSize;
        this.energies = energies;
    }

    @Override
    public Batch batch(int[] numbers, int from, int to) {
        return batch(numbers, from, to, to - from);
    }

    @Override
    public List<Batch> all(int from, int to) {
        int[] numbers = IntStream.range(from, to).toArray();
        return IntStream.iterate(0, i -> i < numbers.length, i -> i + batchSize)
                .mapToObj(i -> batch(numbers, i, Math.min(i + batchSize, numbers.length), numbers.length))
                .toList();
    }

    private Batch batch(int[] numbers, int from, int to, int outOf) {
        int inputs = set.coarse().sites();
        int outputs = set.fine().sites();
        float perSite = (float) (1.0 / ((double) outOf * outputs));
        byte[] spins = new byte[(to - from) * inputs];
        float[] counts = new float[Math.multiplyExact(to - from, outputs)];
        float[] ups = new float[counts.length];
        for (int i = 0; i < to - from; i++) {
            Spins.unpack(set.coarse(), numbers[from + i], spins, i * inputs);
            for (int site = 0; site < outputs; site++) {
                counts[i * outputs + site] = perSite;
                ups[i * outputs + site] = set.fine().state(numbers[from + i], site) * perSite;
            }
        }
        Optional<TargetEnergies> targets = energies.map(all -> new TargetEnergies(
                TargetEnergies.of(all, numbers, from, to),
                IntStream.range(0, counts.length).toArray(),
                (float) (1.0 / outOf)));
        return new Batch(spins, Spins.shape(set.coarse().lattice(), to - from), new int[0], 1, counts, ups, targets);
    }
}
