package org.blockspin.samplers.internal.replicas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many steps a chain takes until its start is forgotten, from a table that was measured; the table says how. After so
 * many steps energy and modulus of the magnetization are biased by less than 10^-5 of their standard deviations: a
 * hundredth of the error that a million configurations leave.
 */
final class BurnIn {
    /** Steps of one {@link ClusterStep} and one {@link MetropolisSweep}. */
    private static final BurnIn CLUSTER = new BurnIn("cluster.csv");

    /** Sweeps of {@link MetropolisSweep} on lattices up to {@value #SQUARE} times as long as wide: like square ones. */
    private static final BurnIn METROPOLIS = new BurnIn("metropolis.csv");

    /** Sweeps of {@link MetropolisSweep} on longer lattices, {@value #STRIP} times as long as wide: by width. */
    private static final BurnIn STRIPS = new BurnIn("metropolis-strips.csv");

    /** What is left of rounding where a temperature comes from a coupling. */
    private static final double SAME_TEMPERATURE = 1e-9;

    private static final int SQUARE = 2;
    private static final int STRIP = 16;

    /** Relaxation times in the steps of the tables, at least: from 0.3 standard deviations, where a rate is taken, on. */
    private static final double RELAXATION_TIMES = 10;

    /**
     * How to begin a block.
     *
     * @param hot the probability to start from random spins, not from equal ones
     * @param steps steps before a configuration is taken
     */
    record Schedule(double hot, int steps) {}

    /**
     * A line of the table.
     *
     * @param cold steps from equal spins
     * @param hot steps from random spins; none if that takes too long
     * @param mixed steps from random spins with probability {@code fraction}, else from equal ones
     */
    private record Entry(int cold, Optional<Integer> hot, Optional<Integer> mixed, double fraction) {}

    private final NavigableMap<Integer, NavigableMap<Double, Entry>> bySize = new TreeMap<>();

    private BurnIn(String resource) {
        lines(resource).stream().filter(line -> !line.startsWith("#")).skip(1).forEach(this::add);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = BurnIn.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        Entry entry = new Entry(
                Integer.parseInt(cells[2]),
                number(cells[3]),
                number(cells[4]),
                cells[5].isEmpty() ? 0 : Double.parseDouble(cells[5]));
        bySize.computeIfAbsent(Integer.valueOf(cells[0]), size -> new TreeMap<>())
                .put(Double.valueOf(cells[1]), entry);
    }

    private static Optional<Integer> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cell));
    }

    /** The schedule of cluster steps for a lattice: that of a square one of the longer extent. */
    static Schedule cluster(Grid grid, double temperature) {
        return CLUSTER.schedule(longer(grid), isSquare(grid), temperature);
    }

    /**
     * The schedule of sweeps for a lattice, if the tables say something about it. A long lattice is a sequence of areas as
     * wide as it is. Below the critical temperature walls between them, rare and hard to make, diffuse along it, and it
     * relaxes the slower the colder it is: nothing is known below the temperatures that were measured.
     *
     * <p>The rate of relaxation does not depend on the length as soon as that is several correlation lengths, as in the
     * chain of Glauber (1963), and is greater on shorter lattices. But the standard deviations, by which a bias is measured,
     * fall as the square root of the length: beyond the measured one the steps grow by half its logarithm in relaxation
     * times.
     */
    static Optional<Schedule> metropolis(Grid grid, double temperature) {
        int width = Math.min(grid.rows(), grid.columns());
        int length = longer(grid);
        if (length <= SQUARE * width) {
            return Optional.of(METROPOLIS.schedule(length, isSquare(grid), temperature));
        }
        if (!STRIPS.covers(width, temperature)) {
            return Optional.empty();
        }
        Schedule strip = STRIPS.schedule(width, false, temperature);
        double longer = Math.max(0, StrictMath.log((double) length / (STRIP * width)) / 2);
        return Optional.of(
                new Schedule(strip.hot, (int) StrictMath.ceil(strip.steps * (1 + longer / RELAXATION_TIMES))));
    }

    private static boolean isSquare(Grid grid) {
        return grid.rows() == grid.columns();
    }

    private static int longer(Grid grid) {
        return Math.max(grid.rows(), grid.columns());
    }

    /** Whether the points around are measured ones, and not warmer than this. */
    private boolean covers(int size, double temperature) {
        return around(bySize, size).stream().allMatch(entries -> entries.firstKey() <= temperature + SAME_TEMPERATURE);
    }

    /**
     * The schedule for an extent of {@code size}. Where the table has the very point, and the lattice is square, it takes
     * the mixed start if there is one. In between it takes the most steps of the points around.
     *
     * <p>Beyond the largest size nothing is measured: there steps go on growing from octave to octave as they do between
     * the two largest sizes, a power law as critical slowing down is one. At the critical temperature that is L^0.71 from
     * 256 to 512 for cluster steps, L^2.4 from 64 to 128 for sweeps, and L^2.0 from 8 to 16 for strips. The first two powers
     * are steeper than those between smaller sizes, and so on the safe side.
     *
     * @param temperature T/J, may be infinite
     */
    private Schedule schedule(int size, boolean square, double temperature) {
        Optional<Entry> exact = square ? exact(size, temperature) : Optional.empty();
        if (exact.isPresent() && exact.get().mixed.isPresent()) {
            return new Schedule(exact.get().fraction, exact.get().mixed.get());
        }
        Schedule measured = around(size, temperature);
        int largest = bySize.lastKey();
        if (size <= largest) {
            return measured;
        }
        int before = bySize.lowerKey(largest);
        double growth = Math.max(1, (double) measured.steps / around(before, temperature).steps);
        double octaves = StrictMath.log((double) size / largest) / StrictMath.log((double) largest / before);
        return new Schedule(measured.hot, (int) StrictMath.ceil(measured.steps * StrictMath.pow(growth, octaves)));
    }

    private Schedule around(int size, double temperature) {
        int cold = 0;
        int hot = 0;
        for (NavigableMap<Double, Entry> entries : around(bySize, size)) {
            for (Entry entry : around(entries, temperature)) {
                cold = Math.max(cold, entry.cold);
                hot = Math.max(hot, entry.hot.orElse(Integer.MAX_VALUE));
            }
        }
        return hot < cold ? new Schedule(1, hot) : new Schedule(0, cold);
    }

    private Optional<Entry> exact(int size, double temperature) {
        return Optional.ofNullable(bySize.get(size)).flatMap(entries -> entries.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey() - temperature) < SAME_TEMPERATURE)
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** The values at the keys next to this one on both sides, or at the last key beyond it. */
    private static <K extends Comparable<K>, V> List<V> around(NavigableMap<K, V> map, K key) {
        V below = Optional.ofNullable(map.floorEntry(key))
                .orElseGet(map::firstEntry)
                .getValue();
        V above = Optional.ofNullable(map.ceilingEntry(key))
                .orElseGet(map::lastEntry)
                .getValue();
        return List.of(below, above);
    }
}
