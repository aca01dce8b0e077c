package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.figures.internal.plot.Canvas.Anchor;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/** A page with a table of texts, as wide as they are. */
public final class TableSheet implements Sheet {
    private static final int MARGIN = 12;
    private static final int LINE = 22;
    private static final double SIZE = 12;
    private static final double GAP = 14;

    /** Of a character, on average, in any sans-serif font of that size. */
    private static final double CHARACTER = 6.6;

    private static final Pen RULE = Pen.solid("#000000", 1);

    private final Header title;
    private final List<String> header;
    private final List<List<String>> rows;
    private final double[] widths;

    /** A table with one text a column in the header and in each row. */
    public TableSheet(Optional<String> title, List<String> header, List<List<String>> rows) {
        this.header = List.copyOf(header);
        this.rows = List.copyOf(rows);
        this.widths = IntStream.range(0, header.size())
                .mapToDouble(column -> GAP
                        + CHARACTER
                                * Math.max(
                                        header.get(column).length(),
                                        rows.stream()
                                                .mapToInt(row -> Typography.sizes(row.get(column))
                                                        .length())
                                                .max()
                                                .orElse(0)))
                .toArray();
        this.title = new Header(title, List.of(), width());
    }

    @Override
    public int width() {
        return 2 * MARGIN
                + (int) Math.ceil(IntStream.range(0, header.size())
                        .mapToDouble(i -> widths[i])
                        .sum());
    }

    @Override
    public int height() {
        return title.height() + LINE * (rows.size() + 1) + MARGIN;
    }

    @Override
    public void draw(Canvas canvas) {
        title.draw(canvas);
        double top = title.height();
        canvas.line(MARGIN, top, (double) width() - MARGIN, top, RULE);
        draw(canvas, header, top);
        canvas.line(MARGIN, top + LINE, (double) width() - MARGIN, top + LINE, RULE);
        for (int i = 0; i < rows.size(); i++) {
            draw(canvas, rows.get(i), top + (i + 1) * LINE);
        }
        double bottom = top + (rows.size() + 1) * LINE;
        canvas.line(MARGIN, bottom, (double) width() - MARGIN, bottom, RULE);
    }

    private void draw(Canvas canvas, List<String> texts, double top) {
        double left = MARGIN;
        for (int column = 0; column < texts.size(); column++) {
            canvas.text(left, top + 15, Typography.sizes(texts.get(column)), SIZE, Anchor.START);
            left += widths[column];
        }
    }
}
