package org.blockspin.figures.internal.plot;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG 1.1, text as text; the same calls give the same bytes. */
public final class SvgCanvas implements Canvas {
    /** Of embedded images: twice what a drawing of pixels has. */
    private static final int PIXELS_PER_POINT_EMBEDDED = 2 * PIXELS_PER_POINT;

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    public SvgCanvas(int width, int height) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attributes("version", "1.1", "width", width, "height", height);
            attributes("viewBox", "0 0 " + width + " " + height);
            attributes("font-family", "Helvetica, Arial, 'DejaVu Sans', sans-serif");
            element("rect", "width", width, "height", height, "fill", "#ffffff");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        write("line", pen, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    @Override
    public void polyline(double[][] xy, Pen pen) {
        write("polyline", pen, "points", points(xy), "fill", "none");
    }

    @Override
    public void polygon(double[][] xy, String fill, Pen outline) {
        write("polygon", outline, "points", points(xy), "fill", fill);
    }

    private static String points(double[][] xy) {
        return Stream.of(xy)
                .map(point -> number(point[0]) + "," + number(point[1]))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void circle(double x, double y, double radius, String fill, Pen outline) {
        write("circle", outline, "cx", x, "cy", y, "r", radius, "fill", fill);
    }

    /**
     * An embedded PNG. Rectangles for the runs of equal cells would take ten times as much, and show seams where they touch.
     * It has several pixels a cell, which costs little, and asks for no way of scaling: programs that smooth images (not all
     * can be told not to) then blur a fraction of a cell at most, and cells that are too small for a screen are averaged
     * instead of left out.
     */
    @Override
    public void raster(double left, double top, Raster raster, double cellWidth, double cellHeight) {
        try {
            double width = raster.columns() * cellWidth;
            double height = raster.rows() * cellHeight;
            element("image", "x", left, "y", top, "width", width, "height", height, "preserveAspectRatio", "none");
            xml.writeNamespace("xlink", XLINK);
            byte[] png = Png.bytes(raster.image(
                    (int) (PIXELS_PER_POINT_EMBEDDED * cellWidth), (int) (PIXELS_PER_POINT_EMBEDDED * cellHeight)));
            xml.writeAttribute(
                    "xlink",
                    XLINK,
                    "href",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor) {
        writeText(
                text,
                "x",
                x,
                "y",
                y,
                "font-size",
                size,
                "text-anchor",
                anchor.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void upwardText(double x, double y, String text, double size) {
        String transform = "translate(" + number(x) + "," + number(y) + ") rotate(-90)";
        writeText(text, "transform", transform, "font-size", size, "text-anchor", "middle");
    }

    /** Ends the document, whose bytes these are. */
    public byte[] finish() {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void write(String name, Pen pen, Object... attributes) {
        try {
            element(name, attributes);
            attributes("stroke", pen.colour(), "stroke-width", pen.width());
            if (pen.dash() > 0) {
                attributes("stroke-dasharray", number(pen.dash()));
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private void writeText(String text, Object... attributes) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement("text");
            attributes(attributes);
            xml.writeCharacters(text);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private void element(String name, Object... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            String text = value instanceof Double number ? number(number) : String.valueOf(value);
            xml.writeAttribute(String.valueOf(namesAndValues[i]), text);
        }
    }

    /** Hundredths of a point are finer than any printer. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
