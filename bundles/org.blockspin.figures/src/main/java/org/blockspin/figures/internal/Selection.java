package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.blockspin.api.Figure.Source;
import org.blockspin.api.InvalidParameterException;

/**
 * Which ensembles are shown.
 *
 * @param depths of these depths, in this order; all if empty
 * @param temperatures at those that come nearest to these, in this order; all if empty
 * @param repeat of repeated ones, this repeat
 */
record Selection(List<Integer> depths, List<Double> temperatures, int repeat) {
    /**
     * Rows of ensembles, one row a temperature. Ensembles that differ in nothing but the temperature stand below each
     * other.
     *
     * @throws InvalidParameterException if there is no ensemble of a depth or repeat
     */
    List<List<Source>> of(List<Source> sources) {
        Map<List<Object>, List<Source>> columns = new LinkedHashMap<>();
        for (Source source : ofDepths(ofRepeat(sources.stream().distinct().toList()))) {
            List<Object> alike = List.of(
                    source.step(), source.ensemble().depth(), source.ensemble().lattice());
            columns.computeIfAbsent(alike, key -> new ArrayList<>()).add(source);
        }
        if (!temperatures.isEmpty()) {
            columns.replaceAll((key, column) ->
                    temperatures.stream().map(wanted -> nearest(wanted, column)).toList());
        }
        int longest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(row -> columns.values().stream()
                        .filter(column -> column.size() > row)
                        .map(column -> column.get(row))
                        .toList())
                .distinct()
                .toList();
    }

    private List<Source> ofRepeat(List<Source> sources) {
        for (Source source : sources) {
            List<Integer> there = sources.stream()
                    .filter(other -> other.step().equals(source.step()))
                    .flatMapToInt(other -> other.repeat().stream())
                    .boxed()
                    .toList();
            if (!there.isEmpty() && !there.contains(repeat)) {
                throw new InvalidParameterException(
                        "repeat", "a repeat of \"" + source.step() + "\", one of " + new TreeSet<>(there), repeat);
            }
        }
        return sources.stream()
                .filter(source -> source.repeat().orElse(repeat) == repeat)
                .toList();
    }

    private List<Source> ofDepths(List<Source> sources) {
        List<Source> chosen = new ArrayList<>();
        for (int i = 0; i < depths.size(); i++) {
            int depth = depths.get(i);
            List<Source> there = sources.stream()
                    .filter(source -> source.ensemble().depth() == depth)
                    .toList();
            if (there.isEmpty() || depths.indexOf(depth) < i) {
                throw new InvalidParameterException(
                        "depths[" + i + "]",
                        there.isEmpty() ? "one of " + allDepths(sources) : "every depth once",
                        depth);
            }
            chosen.addAll(there);
        }
        return depths.isEmpty() ? sources : chosen;
    }

    private static TreeSet<Integer> allDepths(List<Source> sources) {
        TreeSet<Integer> all = new TreeSet<>();
        sources.forEach(source -> all.add(source.ensemble().depth()));
        return all;
    }

    private static Source nearest(double wanted, List<Source> column) {
        return column.stream()
                .min(Comparator.comparingDouble(
                        source -> Math.abs(source.ensemble().temperature().orElse(Double.MAX_VALUE) - wanted)))
                .orElseThrow();
    }
}
