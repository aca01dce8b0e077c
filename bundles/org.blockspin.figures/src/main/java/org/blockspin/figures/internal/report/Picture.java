package org.blockspin.figures.internal.report;

import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** A picture inside the page. */
final class Picture {
    private Picture() {}

    /**
     * Adds an SVG. One that consists of shapes and texts becomes part of the page, so that its texts can be found and
     * copied; any other is put into an image of its own, where its names and styles meet no others.
     *
     * @param description what it shows, for those who cannot see it
     * @return false, and nothing is added, if it is no SVG
     */
    static boolean addSvg(Html html, byte[] svg, String description) {
        try {
            Optional<Html> shapes = Shapes.read(svg, description);
            shapes.ifPresentOrElse(html::add, () -> addImage(html, "image/svg+xml", svg, description));
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** Adds an image of this media type. */
    static void addImage(Html html, String type, byte[] content, String description) {
        String data = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
        html.empty("img", "alt", description, "src", data);
    }
}
