package org.blockspin.api;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A parameter that is not valid, or does not fit its context. The engine adds where it stands in which file and shows
 * no stack trace.
 */
public final class InvalidParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String expected;
    private final String found;
    private final transient List<String> known;

    /**
     * @param parameter name of the record component, or empty if it is the context that does not fit; a path for
     *     something inside it, as in {@code filters[1]}
     * @param expected what would have been valid, as in "an even size"
     * @param found what was there
     */
    public InvalidParameterException(String parameter, String expected, Object found) {
        this(parameter, expected, found, List.of());
    }

    private InvalidParameterException(String parameter, String expected, Object found, List<String> known) {
        super((parameter.isEmpty() ? "" : parameter + ": ") + "expected " + expected + ", found " + found);
        this.parameter = parameter;
        this.expected = Objects.requireNonNull(expected);
        this.found = String.valueOf(found);
        this.known = known;
    }

    /**
     * A name that is not one of those that are known: the engine suggests the nearest of them.
     *
     * @param parameter as for the constructor
     * @param known the names that would have been valid
     * @param found the name that was there
     */
    public static InvalidParameterException unknown(String parameter, Collection<String> known, String found) {
        List<String> names = known.stream().sorted().toList();
        return new InvalidParameterException(parameter, "one of " + String.join(", ", names), found, names);
    }

    public String parameter() {
        return parameter;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** The names of which one was expected; empty if it was something else. */
    public List<String> known() {
        return known;
    }
}
