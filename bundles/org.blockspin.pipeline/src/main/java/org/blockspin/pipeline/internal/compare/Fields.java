package org.blockspin.pipeline.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.internal.json.Node;

/** The members of an object in a file of ours, each of the type that the format says. What is not so is damaged. */
final class Fields {
    private final Node.Obj object;

    private Fields(Node.Obj object) {
        this.object = object;
    }

    static Fields of(Node node) throws InvalidRunException {
        return new Fields(require(node, Node.Obj.class, "an object"));
    }

    Fields object(String key) throws InvalidRunException {
        return of(member(key));
    }

    Node.Obj node() {
        return object;
    }

    Map<String, Node> members() {
        return object.members();
    }

    List<Node> list(String key) throws InvalidRunException {
        return require(member(key), Node.Arr.class, "a list").elements();
    }

    List<Fields> objects(String key) throws InvalidRunException {
        List<Fields> objects = new ArrayList<>();
        for (Node element : list(key)) {
            objects.add(of(element));
        }
        return objects;
    }

    String text(String key) throws InvalidRunException {
        return require(member(key), Node.Text.class, "a text").value();
    }

    Optional<String> optionalText(String key) throws InvalidRunException {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    long integer(String key) throws InvalidRunException {
        return number(member(key), "an integer", Long::valueOf);
    }

    Optional<Long> optionalInteger(String key) throws InvalidRunException {
        return has(key) ? Optional.of(integer(key)) : Optional.empty();
    }

    /** A number, or NaN where the file says null. */
    double real(String key) throws InvalidRunException {
        Node node = member(key);
        return node instanceof Node.Null ? Double.NaN : number(node, "a number or null", Double::valueOf);
    }

    Optional<Double> optionalReal(String key) throws InvalidRunException {
        return has(key) ? Optional.of(real(key)) : Optional.empty();
    }

    /** That a member is not what is expected. */
    InvalidRunException refuse(String key, String expected) throws InvalidRunException {
        return refuse(member(key), expected);
    }

    static InvalidRunException refuse(Node node, String expected) {
        return new InvalidRunException(node.location().where() + ": "
                + node.location().path() + ": expected " + expected + ", found " + node.found());
    }

    private boolean has(String key) {
        return object.members().containsKey(key);
    }

    private Node member(String key) throws InvalidRunException {
        Node member = object.members().get(key);
        if (member == null) {
            throw new InvalidRunException(object.location().where() + ": "
                    + object.location().path() + ": \"" + key + "\" is missing; the file is damaged");
        }
        return member;
    }

    private static <T> T number(Node node, String expected, Function<String, T> parse) throws InvalidRunException {
        try {
            return parse.apply(require(node, Node.Num.class, expected).literal());
        } catch (NumberFormatException e) {
            throw refuse(node, expected);
        }
    }

    private static <T extends Node> T require(Node node, Class<T> type, String expected) throws InvalidRunException {
        if (!type.isInstance(node)) {
            throw refuse(node, expected);
        }
        return type.cast(node);
    }
}
