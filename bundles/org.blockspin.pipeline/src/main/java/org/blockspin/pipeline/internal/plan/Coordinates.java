package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which member of a step's family something is: the swept temperature, the number of the repeat, the number of the
 * doubling. Members of two families belong together where they agree on every coordinate that both have.
 */
public record Coordinates(SortedMap<String, Object> values) {
    /** Key of the swept temperature, a {@link Double}. */
    public static final String TEMPERATURE = "temperature";

    /** Key of the number of a repeat, an {@link Integer} from 0. */
    public static final String REPEAT = "repeat";

    /** Members that a family may have: more would not be planned in a second or two. */
    public static final int MOST = 100_000;

    private static final String LEVEL = "level:";

    public Coordinates {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Coordinates none() {
        return new Coordinates(new TreeMap<>());
    }

    /** Key of the number of a doubling in a super-resolve step. */
    public static String level(String step) {
        return LEVEL + step;
    }

    public Coordinates with(String key, Object value) {
        SortedMap<String, Object> extended = new TreeMap<>(values);
        extended.put(key, value);
        return new Coordinates(extended);
    }

    public Coordinates withoutLevels() {
        return keeping(key -> !key.startsWith(LEVEL));
    }

    public Coordinates withoutRepeat() {
        return keeping(key -> !key.equals(REPEAT));
    }

    public Coordinates withoutTemperature() {
        return keeping(key -> !key.equals(TEMPERATURE));
    }

    private Coordinates keeping(Predicate<String> keep) {
        SortedMap<String, Object> kept = new TreeMap<>(values);
        kept.keySet().removeIf(keep.negate());
        return new Coordinates(kept);
    }

    public Optional<Integer> repeat() {
        return Optional.ofNullable((Integer) values.get(REPEAT));
    }

    /** Whether both have equal values for every key that both have. */
    public boolean agrees(Coordinates other) {
        return values.entrySet().stream()
                .allMatch(entry -> !other.values.containsKey(entry.getKey())
                        || Objects.equals(other.values.get(entry.getKey()), entry.getValue()));
    }

    /** The coordinates of both. */
    Coordinates and(Coordinates other) {
        SortedMap<String, Object> both = new TreeMap<>(values);
        both.putAll(other.values);
        return new Coordinates(both);
    }

    /** These coordinates for some keys. */
    Coordinates on(Set<String> keys) {
        return keeping(keys::contains);
    }

    /**
     * All combinations of one element of each set that agree with each other, in order: the natural join. Not more than
     * {@value #MOST} and a few: then some are missing.
     */
    public static List<Coordinates> join(Collection<? extends Collection<Coordinates>> sets) {
        List<Coordinates> joined = List.of(none());
        for (Collection<Coordinates> set : sets) {
            List<Coordinates> elements = List.copyOf(set);
            Matching matching = new Matching(elements);
            Set<Coordinates> next = new LinkedHashSet<>();
            for (Coordinates left : joined) {
                matching.of(left).forEach(right -> next.add(left.and(elements.get(right))));
                if (next.size() > MOST) {
                    break;
                }
            }
            joined = new ArrayList<>(next);
        }
        return joined;
    }

    /** Part of a stream's path: distinct for distinct coordinates. */
    @Override
    public String toString() {
        return values.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
    }
}
