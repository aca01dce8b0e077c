package org.blockspin.api;

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

    /**
     * @param parameter name of the record component, or empty if it is the context that does not fit; a path for
     *     something inside it, as in {@code filters[1]}
     * @param expected what would have been valid, as in "an even size"
     * @param found what was there
     */
    public InvalidParameterException(String parameter, String expected, Object found) {
        super((parameter.isEmpty() ? "" : parameter + ": ") + "expected " + expected + ", found " + found);
        this.parameter = parameter;
        this.expected = Objects.requireNonNull(expected);
        this.found = String.valueOf(found);
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
}
