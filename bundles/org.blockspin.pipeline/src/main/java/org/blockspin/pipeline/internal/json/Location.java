package org.blockspin.pipeline.internal.json;

/**
 * Where a value stands.
 *
 * @param where {@code file:line:column}, or the setting that brought it in
 * @param path JSON path
 */
public record Location(String where, String path) {
    /** Location of a member, which stands at {@code where} itself. */
    Location member(String memberWhere, String key) {
        return new Location(memberWhere, path + "." + key);
    }

    Location element(String elementWhere, int index) {
        return new Location(elementWhere, path + "[" + index + "]");
    }
}
