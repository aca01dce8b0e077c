package org.blockspin.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A program that takes part in a comparison.
 *
 * @param code what is compared, for people
 * @param command that starts it; empty if it is not there
 * @param absence why it is not there, or ""
 * @param targets of its ratio, or of other numbers that they name
 */
record Contender(String code, List<String> command, String absence, List<Target> targets) {
    Contender {
        command = List.copyOf(command);
        targets = List.copyOf(targets);
    }

    static Contender of(String code, List<String> command) {
        return new Contender(code, command, "", List.of());
    }

    static Contender absent(String code, String why) {
        return new Contender(code, List.of(), why, List.of());
    }

    Contender expecting(Target target) {
        List<Target> all = new ArrayList<>(targets);
        all.add(target);
        return new Contender(code, command, absence, all);
    }
}
