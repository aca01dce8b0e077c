package org.blockspin.pipeline;

/**
 * One thing that is wrong with a pipeline.
 *
 * @param where {@code file:line:column}, or the {@code --set} that brought it in
 * @param path JSON path of the value, as in {@code $.steps.network.train.resolver.filters[1]}; empty for an option
 * @param message what was expected and what was found
 */
public record Mistake(String where, String path, String message) {
    @Override
    public String toString() {
        return where + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
