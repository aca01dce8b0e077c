package org.blockspin.plugins;

import java.util.List;

/**
 * What is to be said of a jar before it is installed.
 *
 * @param title symbolic name and version of the bundle, or the path of what is none
 * @param name symbolic name of the bundle; empty for what is none
 * @param problems why it is refused, one sentence each; it is fine if there is none
 * @param warnings what whoever installs it should know, one sentence each
 * @param contributions what it brings, each in a few words
 * @param replaced revisions that it takes the place of, each as name, version and jar
 * @param restarted bundles that use packages of those and are started anew, as soon as no run uses them
 */
public record Verdict(
        String title,
        String name,
        List<String> problems,
        List<String> warnings,
        List<String> contributions,
        List<String> replaced,
        List<String> restarted) {
    public Verdict {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        contributions = List.copyOf(contributions);
        replaced = List.copyOf(replaced);
        restarted = List.copyOf(restarted);
    }

    public boolean isAccepted() {
        return problems.isEmpty();
    }
}
