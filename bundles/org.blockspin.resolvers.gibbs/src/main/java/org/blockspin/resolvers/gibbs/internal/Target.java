package org.blockspin.resolvers.gibbs.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.SuperResolver.Task;

/**
 * The distribution to sample: P(fine | coarse) ~ k(coarse, fine) exp(-H(fine) / T).
 *
 * @param model whose energy H is
 * @param rule whose kernel k is, on the fine lattice of the training data
 * @param temperature T in units of J / k_B
 */
record Target(Model model, BlockRule rule, double temperature) {
    /** More states of a block than these take too long to list at every draw. */
    static final int MOST_BLOCK_STATES = 1 << 16;

    /**
     * What a task asks for.
     *
     * @throws InvalidParameterException if that is not known, or cannot be sampled
     */
    static Target of(Task task) {
        BlockRule rule = task.rule()
                .orElseThrow(() -> new InvalidParameterException(
                        "", "an input that one coarse-graining made from the target", "one that is not"));
        require(
                task.depth() == 0,
                "a target as simulated (the Hamiltonian of coarse-grained or super-resolved configurations is not"
                        + " known)",
                "a target of depth " + task.depth());
        double temperature = task.temperature()
                .orElseThrow(() -> new InvalidParameterException("", "a target at one temperature", "none"));
        require(temperature > 0, "a temperature greater than 0", temperature);
        int types = task.fine().bondTypes();
        int known = task.model().bondEnergies().size();
        require(known >= types, "a model with energies of " + types + " bond types", known);
        requireBlocks(rule, task.model().states());
        Target target = new Target(task.model(), rule, temperature);
        target.rule(task.coarse());
        return target;
    }

    /** Blocks must hold every fine site once, and have few enough states. */
    private static void requireBlocks(BlockRule rule, int states) {
        int[] sites = IntStream.range(0, rule.coarse().sites())
                .flatMap(site -> Arrays.stream(rule.block(site)))
                .sorted()
                .toArray();
        require(
                Arrays.equals(sites, IntStream.range(0, rule.fine().sites()).toArray()),
                "a rule whose blocks hold every fine site once",
                rule);
        int length = rule.block(0).length;
        require(
                IntStream.range(0, rule.coarse().sites()).allMatch(site -> rule.block(site).length == length),
                "a rule with blocks of one size",
                rule);
        require(
                StrictMath.pow(states, length) <= MOST_BLOCK_STATES,
                "blocks of at most " + MOST_BLOCK_STATES + " states",
                states + "^" + length);
    }

    /**
     * The rule that leads to a coarse lattice of any size.
     *
     * @throws InvalidParameterException if it leads to no such lattice
     */
    BlockRule rule(Lattice coarse) {
        Lattice known = rule.coarse();
        boolean alike = coarse.dimensions() == known.dimensions()
                && coarse.resized(known.cells()).equals(known);
        require(alike, "a " + known.kind() + " lattice like that of the training data", coarse.kind());
        List<Integer> cells = IntStream.range(0, coarse.dimensions())
                .mapToObj(d -> Math.multiplyExact(
                        coarse.cells().get(d),
                        rule.fine().cells().get(d) / known.cells().get(d)))
                .toList();
        BlockRule resized = rule.on(rule.fine().resized(cells));
        require(resized.coarse().equals(coarse), "a lattice that the rule leads to", coarse.sizeLabel());
        return resized;
    }

    private static void require(boolean fulfilled, String expected, Object found) {
        if (!fulfilled) {
            throw new InvalidParameterException("", expected, found);
        }
    }
}
