package org.blockspin.figures.internal.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws on a white image. Needs no display. */
public final class PngCanvas implements Canvas {
    private static final int SCALE = PIXELS_PER_POINT;

    private final BufferedImage image;
    private final Graphics2D graphics;

    public PngCanvas(int width, int height) {
        image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        outline(new Line2D.Double(x1, y1, x2, y2), pen);
    }

    @Override
    public void polyline(double[][] xy, Pen pen) {
        outline(path(xy), pen);
    }

    @Override
    public void polygon(double[][] xy, String fill, Pen outline) {
        Path2D.Double path = path(xy);
        path.closePath();
        fill(path, fill);
        outline(path, outline);
    }

    private static Path2D.Double path(double[][] xy) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(xy[0][0], xy[0][1]);
        for (double[] point : xy) {
            path.lineTo(point[0], point[1]);
        }
        return path;
    }

    @Override
    public void circle(double x, double y, double radius, String fill, Pen outline) {
        Ellipse2D.Double circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        fill(circle, fill);
        outline(circle, outline);
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double before =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        graphics.drawString(text, (float) (x - before), (float) y);
    }

    @Override
    public void upwardText(double x, double y, String text, double size) {
        graphics.rotate(-Math.PI / 2, x, y);
        text(x, y, text, size, Anchor.MIDDLE);
        graphics.rotate(Math.PI / 2, x, y);
    }

    /** Sets pixels one by one: nothing is smoothed. */
    @Override
    public void raster(double left, double top, Raster raster, double cellWidth, double cellHeight) {
        int cellColumns = wholePixels(cellWidth);
        int cellRows = wholePixels(cellHeight);
        int fromX = wholePixels(left);
        int fromY = wholePixels(top);
        for (int y = 0; y < raster.rows() * cellRows; y++) {
            for (int x = 0; x < raster.columns() * cellColumns; x++) {
                image.setRGB(fromX + x, fromY + y, raster.rgb(y / cellRows, x / cellColumns));
            }
        }
    }

    private static int wholePixels(double points) {
        int pixels = (int) (SCALE * points);
        if (pixels != SCALE * points) {
            throw new IllegalArgumentException(points + " points are no whole number of pixels");
        }
        return pixels;
    }

    private void fill(Shape shape, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.fill(shape);
    }

    private void outline(Shape shape, Pen pen) {
        graphics.setColor(Color.decode(pen.colour()));
        float width = (float) pen.width();
        graphics.setStroke(
                pen.dash() > 0
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {(float) pen.dash()},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** The image as PNG. */
    public byte[] finish() {
        graphics.dispose();
        return Png.bytes(image);
    }
}
