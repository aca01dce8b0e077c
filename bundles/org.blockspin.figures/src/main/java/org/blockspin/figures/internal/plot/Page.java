package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.Optional;

/** A page of plots: title, legend, and panels in rows. */
public final class Page implements Sheet {
    private static final int WIDTH = 840;

    private final Header header;
    private final List<Plot> panels;
    private final int columns;

    /** A page with this many panels a row, from 1 to 3. */
    public Page(Optional<String> title, List<LegendEntry> legend, List<Plot> panels, int columns) {
        this.header = new Header(title, legend, WIDTH);
        this.panels = List.copyOf(panels);
        this.columns = columns;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        int rows = (panels.size() + columns - 1) / columns;
        return header.height() + rows * panelHeight() + 6;
    }

    private int panelHeight() {
        return columns == 1 ? 465 : columns == 2 ? 310 : 270;
    }

    @Override
    public void draw(Canvas canvas) {
        header.draw(canvas);
        double width = (double) WIDTH / columns;
        for (int i = 0; i < panels.size(); i++) {
            double left = i % columns * width;
            int row = i / columns;
            int top = header.height() + row * panelHeight();
            Box box = new Box(left, top, left + width, top + panelHeight());
            Panel.draw(canvas, panels.get(i), box, Typography.letter(i, panels.size()));
        }
    }
}
