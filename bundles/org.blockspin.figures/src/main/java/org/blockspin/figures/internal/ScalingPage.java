package org.blockspin.figures.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.blockspin.figures.internal.Canvas.Anchor;
import org.blockspin.figures.internal.ScalingData.Origin;

/** The page: title, legend, and panels in rows. */
final class ScalingPage {
    private static final int WIDTH = 840;
    private static final int PANEL_HEIGHT = 310;
    private static final int LEGEND_HEIGHT = 34;
    private static final int TITLE_HEIGHT = 30;
    private static final double LEGEND_MARGIN = 24;

    private final Optional<String> title;
    private final List<ScalingData> panels;
    private final int columns;

    ScalingPage(Optional<String> title, List<ScalingData> panels) {
        this.title = title;
        this.panels = List.copyOf(panels);
        this.columns = Math.min(panels.size(), 2);
    }

    int width() {
        return WIDTH;
    }

    int height() {
        int rows = (panels.size() + columns - 1) / columns;
        return header() + rows * panelHeight() + 6;
    }

    private int panelHeight() {
        return columns == 1 ? 3 * PANEL_HEIGHT / 2 : PANEL_HEIGHT;
    }

    private int header() {
        return LEGEND_HEIGHT + (title.isPresent() ? TITLE_HEIGHT : 0);
    }

    void draw(Canvas canvas) {
        title.ifPresent(text -> {
            double size = Math.min(16, 1.7 * WIDTH / text.length());
            canvas.text(WIDTH / 2.0, TITLE_HEIGHT - 4, text, size, Anchor.MIDDLE);
        });
        drawLegend(canvas);
        double width = (double) WIDTH / columns;
        for (int i = 0; i < panels.size(); i++) {
            String letter = panels.size() == 1 ? "" : "(" + (char) ('a' + i) + ")";
            double left = i % columns * width;
            int row = i / columns;
            double top = header() + row * panelHeight();
            new Panel(canvas, panels.get(i), left, top, width, panelHeight()).draw(letter);
        }
    }

    private void drawLegend(Canvas canvas) {
        List<Origin> origins = Stream.of(Origin.values()).filter(this::occurs).toList();
        boolean fits = panels.stream().anyMatch(panel -> !panel.fits().isEmpty());
        double width =
                origins.stream().mapToDouble(o -> legendWidth(o.label())).sum() + (fits ? legendWidth("fit") : 0);
        double x = (WIDTH - width) / 2 + LEGEND_MARGIN;
        double y = header() - 14.0;
        for (Origin origin : origins) {
            Markers.draw(canvas, origin, x, y);
            canvas.text(x + 12, y + 4.5, origin.label(), 13, Anchor.START);
            x += legendWidth(origin.label());
        }
        if (fits) {
            canvas.line(x - 12, y, x + 14, y, Panel.FIT);
            canvas.text(x + 22, y + 4.5, "fit", 13, Anchor.START);
        }
    }

    /** Wide enough for any sans-serif font of 13 points. */
    private static double legendWidth(String label) {
        return 2 * LEGEND_MARGIN + 7.3 * label.length();
    }

    private boolean occurs(Origin origin) {
        return panels.stream().flatMap(panel -> panel.points().stream()).anyMatch(point -> point.origin() == origin);
    }
}
