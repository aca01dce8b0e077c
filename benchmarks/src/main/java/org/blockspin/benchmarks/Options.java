package org.blockspin.benchmarks;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command was asked for.
 *
 * @param only the comparison to run; all but the long ones if empty
 * @param quick whether to run everything just once and briefly
 * @param out the file for the results; {@code benchmarks/RESULTS.md} if empty, and none if quick
 * @param help whether to say what there is and run nothing
 */
record Options(Optional<String> only, boolean quick, Optional<Path> out, boolean help) {
    /** They take long, and run only where they are asked for. */
    private static final List<String> LONG = List.of(PipelinesComparison.NAME, ThreadsComparison.NAME);

    static String help(List<String> names) {
        return String.format("""
            Usage: benchmarks/compare [--only NAME] [--quick] [--out FILE]
            Runs this code and the alternatives on the same work, in turns, and prints how they compare.
              --only NAME  one comparison: %s
                           (default: all but %s)
              --quick      a smoke test: numbers mean little and are not written unless --out says where
              --out FILE   where the results go (default: benchmarks/RESULTS.md); the sections of other
                           comparisons in it stay""", String.join(", ", names), String.join(" and ", LONG));
    }

    static Options parse(String[] arguments, List<String> names) throws InvalidOptionException {
        Options options = new Options(Optional.empty(), false, Optional.empty(), false);
        Iterator<String> left = List.of(arguments).iterator();
        while (left.hasNext()) {
            options = options.with(left.next(), left, names);
        }
        return options;
    }

    private Options with(String option, Iterator<String> left, List<String> names) throws InvalidOptionException {
        return switch (option) {
            case "--only" -> new Options(Optional.of(name(left, names)), quick, out, help);
            case "--quick" -> new Options(only, true, out, help);
            case "--out" -> new Options(only, quick, Optional.of(Path.of(value(option, "a file", left))), help);
            case "--help", "-h" -> new Options(only, quick, out, true);
            default ->
                throw new InvalidOptionException(
                        "expected --only NAME, --quick, --out FILE or --help, found \"" + option + "\"");
        };
    }

    private static String name(Iterator<String> left, List<String> names) throws InvalidOptionException {
        String expected = "one of " + String.join(", ", names);
        String name = value("--only", expected, left);
        if (!names.contains(name)) {
            throw new InvalidOptionException("--only: expected " + expected + ", found \"" + name + "\"");
        }
        return name;
    }

    private static String value(String option, String expected, Iterator<String> left) throws InvalidOptionException {
        String value = left.hasNext() ? left.next() : "";
        if (value.isBlank()) {
            throw new InvalidOptionException(option + ": expected " + expected + ", found nothing");
        }
        return value;
    }

    boolean chooses(Comparison comparison) {
        return only.map(comparison.name()::equals).orElse(!LONG.contains(comparison.name()));
    }

    boolean writes() {
        return !quick || out.isPresent();
    }

    Effort effort() {
        return quick ? Effort.QUICK : Effort.FULL;
    }
}
