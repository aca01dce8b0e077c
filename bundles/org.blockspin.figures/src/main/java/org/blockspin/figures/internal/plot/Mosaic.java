package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.Optional;
import org.blockspin.figures.internal.plot.Canvas.Anchor;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/** A page of rasters in rows, as wide as they are. */
public final class Mosaic implements Sheet {
    private static final int MARGIN = 14;
    private static final int GAP = 20;

    /** Two lines of text above a raster. */
    private static final int HEADING = 42;

    private static final double LARGE = 14;
    private static final double SMALL = 12;

    /** Half a point is one pixel. */
    private static final double FRAME = 0.5;

    /**
     * A raster and the texts above it.
     *
     * @param title the first line, beside the letter
     * @param remark the first line, on the right
     * @param caption the second line
     * @param cellWidth of a cell in pixels
     * @param cellHeight of a cell in pixels
     */
    public record Tile(String title, String remark, String caption, Raster raster, int cellWidth, int cellHeight) {
        double width() {
            return raster.columns() * pointsAcross();
        }

        double height() {
            return raster.rows() * pointsDown();
        }

        private double pointsAcross() {
            return (double) cellWidth / Canvas.PIXELS_PER_POINT;
        }

        private double pointsDown() {
            return (double) cellHeight / Canvas.PIXELS_PER_POINT;
        }
    }

    private final Header header;
    private final List<List<Tile>> rows;
    private final int tiles;
    private final int columns;
    private final int tileWidth;

    /**
     * A page of these rows.
     *
     * @param narrowest of a tile in points, so that its texts fit
     */
    public Mosaic(Optional<String> title, List<LegendEntry> legend, List<List<Tile>> rows, int narrowest) {
        this.rows = List.copyOf(rows);
        this.tiles = rows.stream().mapToInt(List::size).sum();
        this.columns = rows.stream().mapToInt(List::size).max().orElse(0);
        double widest = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Tile::width)
                .max()
                .orElse(0);
        this.tileWidth = Math.max(narrowest, (int) Math.ceil(widest));
        this.header = new Header(title, legend, width());
    }

    @Override
    public int width() {
        return 2 * MARGIN + columns * tileWidth + (columns - 1) * GAP;
    }

    @Override
    public int height() {
        return header.height() + rows.stream().mapToInt(Mosaic::height).sum() + MARGIN - GAP;
    }

    /** Of a row, with the gap below. */
    private static int height(List<Tile> row) {
        double tallest = row.stream().mapToDouble(Tile::height).max().orElse(0);
        return HEADING + (int) Math.ceil(tallest) + GAP;
    }

    @Override
    public void draw(Canvas canvas) {
        header.draw(canvas);
        int top = header.height();
        int number = 0;
        for (List<Tile> row : rows) {
            int left = MARGIN;
            for (Tile tile : row) {
                draw(canvas, tile, Typography.letter(number, tiles), left, top);
                left += tileWidth + GAP;
                number++;
            }
            top += height(row);
        }
    }

    private void draw(Canvas canvas, Tile tile, String letter, int left, int top) {
        String title = letter.isEmpty() ? tile.title() : letter + "  " + tile.title();
        double size = Typography.fitting(title + "    " + tile.remark(), tileWidth, LARGE);
        canvas.text(left, top + 15.0, Typography.sizes(title), size, Anchor.START);
        canvas.text(left + tile.width(), top + 15.0, tile.remark(), size, Anchor.END);
        double small = Typography.fitting(tile.caption(), tileWidth, SMALL);
        canvas.text(left, top + 33.0, tile.caption(), small, Anchor.START);
        double right = left + tile.width();
        double upper = top + HEADING;
        double lower = upper + tile.height();
        // the pen runs outside of the cells
        double outside = FRAME / 2;
        canvas.polygon(
                new double[][] {
                    {left - outside, upper - outside},
                    {right + outside, upper - outside},
                    {right + outside, lower + outside},
                    {left - outside, lower + outside}
                },
                "#ffffff",
                Pen.solid("#000000", FRAME));
        canvas.raster(left, upper, tile.raster(), tile.pointsAcross(), tile.pointsDown());
    }
}
