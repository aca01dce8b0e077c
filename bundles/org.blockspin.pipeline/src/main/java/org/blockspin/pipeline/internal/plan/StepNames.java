package org.blockspin.pipeline.internal.plan;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What steps may be called: names become folders and parts of streams' paths. */
final class StepNames {
    /** What a name is made of, in words. */
    static final String EXPECTED =
            "1 to 64 letters, digits, \"_\" and \"-\", the first a letter or digit, that Windows does not reserve";

    /** Some names mean devices to Windows. */
    private static final Pattern PART =
            Pattern.compile("(?!(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private StepNames() {}

    /** Whether a text is a name without points. */
    static boolean isPart(String name) {
        return PART.matcher(name).matches();
    }

    /** Whether a text is a name, perhaps of a step that was included: {@code part.part}. */
    static boolean isName(String name) {
        return Arrays.stream(name.split("\\.", -1)).allMatch(StepNames::isPart);
    }
}
