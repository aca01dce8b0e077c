package org.blockspin.figures.internal.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Copies the shapes and texts of an SVG, and finds whether there is anything else in it. */
final class Shapes {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> OTHER_ELEMENTS = Set.of("style", "script", "foreignobject", "a", "use", "image");
    private static final Set<String> OTHER_ATTRIBUTES = Set.of("id", "class", "href");

    private final XMLStreamReader reader;
    private final Html copy = new Html();
    private boolean nothingElse = true;

    private Shapes(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * A copy of an SVG.
     *
     * @return empty if it has names, styles, scripts or references, which could meet those of a page
     * @throws XMLStreamException if it is no SVG
     */
    static Optional<Html> read(byte[] svg, String description) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Shapes shapes = new Shapes(factory.createXMLStreamReader(new ByteArrayInputStream(svg)));
        shapes.copyRoot(description);
        shapes.copyRest();
        return shapes.nothingElse ? Optional.of(shapes.copy) : Optional.empty();
    }

    private void copyRoot(String description) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {}
        if (!reader.getLocalName().equals("svg") || !SVG.equals(reader.getNamespaceURI())) {
            throw new XMLStreamException("expected SVG, found " + reader.getName());
        }
        List<String> attributes = new ArrayList<>(List.of("xmlns", SVG, "role", "img", "aria-label", description));
        addAttributes(attributes, Set.of("role", "aria-label"));
        copy.open("svg", attributes.toArray(String[]::new));
    }

    private void copyRest() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> copyStart();
                case XMLStreamConstants.END_ELEMENT -> copy.close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> copyText();
                case XMLStreamConstants.ENTITY_REFERENCE -> nothingElse = false;
                default -> {}
            }
        }
    }

    private void copyStart() {
        nothingElse &= SVG.equals(reader.getNamespaceURI())
                && !OTHER_ELEMENTS.contains(reader.getLocalName().toLowerCase(Locale.ROOT));
        List<String> attributes = new ArrayList<>();
        addAttributes(attributes, Set.of());
        copy.open(reader.getLocalName(), attributes.toArray(String[]::new));
    }

    private void addAttributes(List<String> namesAndValues, Set<String> known) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            nothingElse &= isHarmless(name.toLowerCase(Locale.ROOT), value);
            if (!known.contains(name)) {
                namesAndValues.add(name);
                namesAndValues.add(value);
            }
        }
    }

    private static boolean isHarmless(String name, String value) {
        return !name.startsWith("on") && !OTHER_ATTRIBUTES.contains(name) && !value.contains("url(");
    }

    private void copyText() {
        if (!reader.getText().isBlank()) {
            copy.text(reader.getText());
        }
    }
}
