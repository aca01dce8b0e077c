package org.blockspin.figures.internal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.figures.internal.plot.Canvas.Anchor;

/** What stands above the panels of a page: the title, and the legend in as many lines as it takes. */
final class Header {
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_MARGIN = 12;
    private static final int TITLE_HEIGHT = 30;

    private final Optional<String> title;
    private final List<List<LegendEntry>> legend;
    private final int width;

    Header(Optional<String> title, List<LegendEntry> legend, int width) {
        this.title = title.filter(text -> !text.isBlank());
        this.legend = lines(legend, width);
        this.width = width;
    }

    /** As few lines as hold the entries, filled evenly. */
    private static List<List<LegendEntry>> lines(List<LegendEntry> entries, int width) {
        double total = entries.stream().mapToDouble(LegendEntry::width).sum();
        double count = Math.ceil(total / width);
        double longest = entries.stream().mapToDouble(LegendEntry::width).max().orElse(0);
        double limit = Math.min(width, total / count + longest / 2);
        List<List<LegendEntry>> lines = new ArrayList<>();
        double filled = width;
        for (LegendEntry entry : entries) {
            if (filled + entry.width() > limit) {
                lines.add(new ArrayList<>());
                filled = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            filled += entry.width();
        }
        return lines;
    }

    int height() {
        return LEGEND_MARGIN + LEGEND_LINE * legend.size() + (title.isPresent() ? TITLE_HEIGHT : 0);
    }

    void draw(Canvas canvas) {
        title.ifPresent(text -> {
            double size = Typography.fitting(text, width - 20, 16);
            canvas.text(width / 2.0, TITLE_HEIGHT - 4, text, size, Anchor.MIDDLE);
        });
        double y = height() - LEGEND_LINE * (legend.size() - 1) - 14.0;
        for (List<LegendEntry> line : legend) {
            double length = line.stream().mapToDouble(LegendEntry::width).sum();
            double x = (width - length) / 2 + 10;
            for (LegendEntry entry : line) {
                entry.draw(canvas, x, y);
                x += entry.width();
            }
            y += LEGEND_LINE;
        }
    }
}
