package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Contenders that take turns: each is prepared and warmed up, and then in every round each works for a while, the others
 * waiting. What disturbs the machine for longer than a turn disturbs all of them.
 */
final class Contest {
    private final Effort effort;
    private final Fairness fairness;

    /**
     * @param effort how long, and how often
     * @param fairness what must hold for what the programs say of themselves
     */
    Contest(Effort effort, Fairness fairness) {
        this.effort = effort;
        this.fairness = fairness;
    }

    /**
     * What came out for a contender.
     *
     * @param contender the program
     * @param absence why it was not timed, or ""
     * @param rates units a second of processor time, by round, if it was timed
     */
    record Outcome(Contender contender, String absence, Optional<Rates> rates) {}

    /** The outcomes in the order of the contenders. */
    List<Outcome> hold(List<Contender> contenders) throws ComparisonException, IOException {
        Map<Contender, Conversation> running = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                if (contender.absence().isEmpty()) {
                    Conversation conversation = new Conversation(contender);
                    running.put(contender, conversation);
                    warmUp(conversation);
                }
            }
            List<Conversation> timed = running.values().stream()
                    .filter(one -> one.absence().isEmpty())
                    .toList();
            fairness.check(timed);
            Map<Contender, Rates> rates = turns(timed);
            List<Outcome> outcomes = new ArrayList<>();
            for (Contender contender : contenders) {
                String absence = Optional.ofNullable(running.get(contender))
                        .map(Conversation::absence)
                        .orElse(contender.absence());
                outcomes.add(new Outcome(contender, absence, Optional.ofNullable(rates.get(contender))));
            }
            return outcomes;
        } finally {
            for (Conversation conversation : running.values()) {
                conversation.close();
            }
        }
    }

    private void warmUp(Conversation conversation) throws ComparisonException, IOException {
        if (conversation.absence().isEmpty()) {
            conversation.ask(effort.warmUpSeconds());
        }
    }

    private Map<Contender, Rates> turns(List<Conversation> timed) throws ComparisonException, IOException {
        double[][] rates = new double[timed.size()][effort.rounds()];
        for (int round = 0; round < effort.rounds(); round++) {
            for (int i = 0; i < rates.length; i++) {
                rates[i][round] = timed.get(i).ask(effort.turnSeconds()).rate();
            }
        }
        Map<Contender, Rates> byContender = new LinkedHashMap<>();
        for (int i = 0; i < rates.length; i++) {
            byContender.put(timed.get(i).contender(), new Rates(Arrays.copyOf(rates[i], rates[i].length)));
        }
        return byContender;
    }
}
