package org.blockspin.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outcomes of contests, each row beside the first program of its contest. */
final class ContestTable {
    private final Measure measure;
    private final boolean share;
    private final TextTable table;

    private ContestTable(Measure measure, boolean share, String... headings) {
        this.measure = measure;
        this.share = share;
        this.table = new TextTable(headings);
    }

    /** With ratios of speed: how many times as fast as the first program. */
    static ContestTable ofSpeed(Measure measure) {
        return new ContestTable(measure, false, "size", "program", measure.unit(), "times as fast", "target");
    }

    /** With ratios of cost: which fraction of the time of the first program. */
    static ContestTable ofCost(Measure measure) {
        return new ContestTable(measure, true, "size", "program", measure.unit(), "share of the first", "target");
    }

    /** @param size what the contest was about, in a word */
    void add(String size, List<Contest.Outcome> outcomes) {
        Optional<Rates> reference = outcomes.get(0).rates();
        for (Contest.Outcome outcome : outcomes) {
            Contender contender = outcome.contender();
            Optional<Rates> shown = outcome.rates().map(rates -> rates.map(measure.ofRate()));
            Optional<Rates> ratio = outcome.rates().flatMap(rates -> reference.map(first -> ratio(rates, first)));
            table.add(
                    size,
                    contender.code(),
                    shown.map(Numbers::withSpread).orElse(outcome.absence()),
                    ratio.map(Numbers::withSpread).orElse("-"),
                    judged(contender.targets(), shown, ratio));
        }
    }

    private Rates ratio(Rates rates, Rates reference) {
        return share ? reference.over(rates) : rates.over(reference);
    }

    private String judged(List<Target> targets, Optional<Rates> shown, Optional<Rates> ratio) {
        return targets.stream()
                .map(target -> target.judged((target.what().equals(measure.unit()) ? shown : ratio).map(Rates::median)))
                .collect(Collectors.joining("; "));
    }

    TextTable table() {
        return table;
    }
}
