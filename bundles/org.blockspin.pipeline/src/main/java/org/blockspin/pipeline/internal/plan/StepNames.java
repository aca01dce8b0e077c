package org.blockspin.pipeline.internal.plan;

import java.util.regex.Pattern;

/** What steps may be called: names become folders and parts of streams' paths. */
final class StepNames {
    /** What a name is made of, in words. */
    static final String EXPECTED =
            "1 to 64 letters, digits, \"_\" and \"-\", the first a letter or digit, that Windows does not reserve";

    private static final String ONE = "(?!([cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]"
            + "|([cC][oO][mM]|[lL][pP][tT])[0-9])(\\.|$))[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    /** A name without points; some mean devices to Windows. It means the same in Java and in JSON Schema. */
    static final String PART = "^" + ONE + "$";

    /** A name, perhaps of a step that was included: parts joined by points. */
    static final String NAME = "^" + ONE + "(\\." + ONE + ")*$";

    private static final Pattern PART_PATTERN = Pattern.compile(PART);
    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);

    private StepNames() {}

    /** Whether a text is a name without points. */
    static boolean isPart(String name) {
        return PART_PATTERN.matcher(name).matches();
    }

    /** Whether a text is a name, perhaps of a step that was included: {@code part.part}. */
    static boolean isName(String name) {
        return NAME_PATTERN.matcher(name).matches();
    }
}
