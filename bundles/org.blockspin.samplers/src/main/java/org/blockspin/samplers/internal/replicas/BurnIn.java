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
    static final BurnIn CLUSTER = new BurnIn("cluster.csv");

    /** Sweeps of {@link MetropolisSweep}. */
    static final BurnIn METROPOLIS = new BurnIn("metropolis.csv");

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

    /**
     * The schedule for a lattice whose longer extent is {@code size}. Where the table has the very point, and the lattice
     * is square, it takes the mixed start if there is one. In between it takes the most steps of the points around, and
     * beyond the largest size steps go on growing as they do between the two largest.
     *
     * @param temperature T/J, may be infinite
     */
    Schedule schedule(int size, boolean square, double temperature) {
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
                .filter(entry -> Math.abs(entry.getKey() - temperature) < 1e-9)
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
