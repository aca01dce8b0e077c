package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code candidates}: the words with which a command line may go on, for the shell. */
@CommandLine.Command(name = "candidates", hidden = true)
final class CandidatesCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int last = words.size() - 1;
        List<CharSequence> candidates = new ArrayList<>();
        if (last >= 0) {
            String word = words.get(last);
            AutoComplete.complete(
                    spec.root(), words.toArray(String[]::new), last, word.length(), word.length(), candidates);
            candidates.forEach(rest -> out.println(word + rest));
        }
        out.flush();
        return 0;
    }
}
