package org.blockspin.figures.internal;

import java.io.IOException;
import org.blockspin.api.Figure.Output;
import org.blockspin.figures.internal.plot.PngCanvas;
import org.blockspin.figures.internal.plot.Sheet;
import org.blockspin.figures.internal.plot.SvgCanvas;

/** The three files of a figure. */
final class Files {
    private Files() {}

    static void write(Sheet page, Csv data, Output output) throws IOException {
        output.write("csv", data.bytes());
        SvgCanvas svg = new SvgCanvas(page.width(), page.height());
        page.draw(svg);
        output.write("svg", svg.finish());
        PngCanvas png = new PngCanvas(page.width(), page.height());
        page.draw(png);
        output.write("png", png.finish());
    }
}
