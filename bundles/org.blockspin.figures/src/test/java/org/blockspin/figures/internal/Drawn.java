package org.blockspin.figures.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.blockspin.api.Figure.Drawing;
import org.blockspin.api.Result;
import org.w3c.dom.Document;

/** The files of a figure, as tests look at them. */
final class Drawn {
    private Drawn() {}

    static Map<String, byte[]> draw(Drawing drawing, List<Result> rows) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        drawing.draw(rows, files::put);
        return files;
    }

    static byte[] file(Map<String, byte[]> files, String extension) {
        return Objects.requireNonNull(files.get(extension), extension);
    }

    static Document svg(Map<String, byte[]> files) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file(files, "svg")));
    }

    static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
            texts.add(svg.getElementsByTagName("text").item(i).getTextContent());
        }
        return texts;
    }

    static List<String> csv(Map<String, byte[]> files) {
        return new String(file(files, "csv"), StandardCharsets.UTF_8).lines().toList();
    }

    static BufferedImage png(Map<String, byte[]> files) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file(files, "png"))));
    }

    /** Leaves the files in target/figures, to be looked at. */
    static void keep(Map<String, byte[]> files, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(name + "." + file.getKey()), file.getValue());
        }
    }
}
