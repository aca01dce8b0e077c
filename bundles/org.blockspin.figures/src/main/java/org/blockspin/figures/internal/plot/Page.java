package org.blockspin.figures.internal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.figures.internal.plot.Canvas.Anchor;

/** The page: title, legend, and panels in rows. */
public final class Page {
    private static final int WIDTH = 840;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_MARGIN = 12;
    private static final int TITLE_HEIGHT = 30;

    private final Optional<String> title;
    private final List<List<LegendEntry>> legend;
    private final List<Plot> panels;
    private final int columns;

    /** A page with this many panels a row, from 1 to 3. */
    public Page(Optional<String> title, List<LegendEntry> legend, List<Plot> panels, int columns) {
        this.title = title.filter(text -> !text.isBlank());
        this.legend = lines(legend);
        this.panels = List.copyOf(panels);
        this.columns = columns;
    }

    /** As few lines as hold the entries, filled evenly. */
    private static List<List<LegendEntry>> lines(List<LegendEntry> entries) {
        double total = entries.stream().mapToDouble(LegendEntry::width).sum();
        double count = Math.ceil(total / WIDTH);
        double longest = entries.stream().mapToDouble(LegendEntry::width).max().orElse(0);
        double limit = Math.min(WIDTH, total / count + longest / 2);
        List<List<LegendEntry>> lines = new ArrayList<>();
        double width = WIDTH;
        for (LegendEntry entry : entries) {
            if (width + entry.width() > limit) {
                lines.add(new ArrayList<>());
                width = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            width += entry.width();
        }
        return lines;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        int rows = (panels.size() + columns - 1) / columns;
        return header() + rows * panelHeight() + 6;
    }

    private int panelHeight() {
        return columns == 1 ? 465 : columns == 2 ? 310 : 270;
    }

    private int header() {
        return LEGEND_MARGIN + LEGEND_LINE * legend.size() + (title.isPresent() ? TITLE_HEIGHT : 0);
    }

    public void draw(Canvas canvas) {
        title.ifPresent(text -> {
            double size = Typography.fitting(text, WIDTH - 20, 16);
            canvas.text(WIDTH / 2.0, TITLE_HEIGHT - 4, text, size, Anchor.MIDDLE);
        });
        drawLegend(canvas);
        double width = (double) WIDTH / columns;
        for (int i = 0; i < panels.size(); i++) {
            double left = i % columns * width;
            int row = i / columns;
            int top = header() + row * panelHeight();
            Panel.draw(canvas, panels.get(i), new Box(left, top, left + width, top + panelHeight()), letter(i));
        }
    }

    private String letter(int panel) {
        return panels.size() == 1 || panels.size() > 26 ? "" : "(" + (char) ('a' + panel) + ")";
    }

    private void drawLegend(Canvas canvas) {
        double y = header() - LEGEND_LINE * (legend.size() - 1) - 14.0;
        for (List<LegendEntry> line : legend) {
            double width = line.stream().mapToDouble(LegendEntry::width).sum();
            double x = (WIDTH - width) / 2 + 10;
            for (LegendEntry entry : line) {
                entry.draw(canvas, x, y);
                x += entry.width();
            }
            y += LEGEND_LINE;
        }
    }
}
