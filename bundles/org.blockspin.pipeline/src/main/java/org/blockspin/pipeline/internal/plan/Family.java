package org.blockspin.pipeline.internal.plan;

import java.util.List;

/** What a step makes: one product for every combination of its coordinates, in order. */
public record Family(String step, List<Member> members) {
    /** One of them. The product is a planned ensemble, training, observation, fit or figure. */
    public record Member(Coordinates coordinates, Object product, Identity identity) {}

    public Family {
        members = List.copyOf(members);
    }

    List<Coordinates> coordinates() {
        return members.stream().map(Member::coordinates).toList();
    }

    /** The products of a type, in order. */
    public <T> List<T> products(Class<T> type) {
        return members.stream().map(member -> type.cast(member.product())).toList();
    }
}
