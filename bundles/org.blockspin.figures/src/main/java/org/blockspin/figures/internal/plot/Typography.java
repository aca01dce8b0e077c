package org.blockspin.figures.internal.plot;

import java.util.regex.Pattern;

/** How texts are set. */
final class Typography {
    private static final Pattern SIZE = Pattern.compile("(?<=\\d)x(?=\\d)");

    private Typography() {}

    /** Sizes as 16x16 with a multiplication sign. */
    static String sizes(String text) {
        return SIZE.matcher(text).replaceAll("\u2009\u00d7\u2009");
    }

    /** What a panel, counted from 0, is called among so many: (a), (b), ...; nothing if it is the only one. */
    static String letter(int panel, int panels) {
        return panels == 1 || panels > 26 ? "" : "(" + (char) ('a' + panel) + ")";
    }

    /** The size of a font, at most this one, in which any sans-serif text fits this width. */
    static double fitting(String text, double width, double size) {
        return Math.min(size, 1.75 * width / Math.max(1, text.length()));
    }
}
