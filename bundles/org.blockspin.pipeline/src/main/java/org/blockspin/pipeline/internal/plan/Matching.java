package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds those of many coordinates that agree with given ones, without looking at all of them: they are filed by the
 * values of the keys that both have. Not thread-safe.
 */
public final class Matching {
    /** Coordinates with one set of keys, by their numbers. */
    private static final class Group {
        private final Map<Integer, Coordinates> members = new LinkedHashMap<>();
        private final Map<Set<String>, Map<Coordinates, List<Integer>>> byShared = new HashMap<>();

        List<Integer> of(Coordinates coordinates, Set<String> keys) {
            Set<String> shared = new TreeSet<>(keys);
            shared.retainAll(coordinates.values().keySet());
            return byShared.computeIfAbsent(shared, this::file).getOrDefault(coordinates.on(shared), List.of());
        }

        private Map<Coordinates, List<Integer>> file(Set<String> shared) {
            Map<Coordinates, List<Integer>> filed = new HashMap<>();
            members.forEach((number, member) -> filed.computeIfAbsent(member.on(shared), key -> new ArrayList<>())
                    .add(number));
            return filed;
        }
    }

    private final Map<Set<String>, Group> groups = new LinkedHashMap<>();

    public Matching(List<Coordinates> all) {
        for (int i = 0; i < all.size(); i++) {
            Coordinates coordinates = all.get(i);
            groups.computeIfAbsent(coordinates.values().keySet(), keys -> new Group())
                    .members
                    .put(i, coordinates);
        }
    }

    /** The positions of all that agree, ascending; see {@link Coordinates#agrees}. */
    public List<Integer> of(Coordinates coordinates) {
        List<Integer> found = new ArrayList<>();
        groups.forEach((keys, group) -> found.addAll(group.of(coordinates, keys)));
        if (groups.size() > 1) {
            found.sort(null);
        }
        return found;
    }
}
