package org.blockspin.console.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names a jar in a Maven repository: {@code group:artifact:version}, or {@code group:artifact:version:classifier}. */
record MavenCoordinates(String group, String artifact, String version, Optional<String> classifier) {
    private static final String PART = "([A-Za-z0-9_][A-Za-z0-9_.+-]*)";
    private static final Pattern PATTERN = Pattern.compile(PART + ":" + PART + ":" + PART + "(?::" + PART + ")?");

    /** Empty where a text is none. */
    static Optional<MavenCoordinates> of(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(new MavenCoordinates(
                        matcher.group(1), matcher.group(2), matcher.group(3), Optional.ofNullable(matcher.group(4))))
                : Optional.empty();
    }

    /** Where a repository of Maven's layout has it. */
    Path in(Path repository) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version
                        + classifier.map(name -> "-" + name).orElse("") + ".jar");
    }

    /** As Maven's plugins take it: with the type before the classifier. */
    String withType() {
        return group + ":" + artifact + ":" + version + ":jar"
                + classifier.map(name -> ":" + name).orElse("");
    }

    /** As users write it. */
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version
                + classifier.map(name -> ":" + name).orElse("");
    }
}
