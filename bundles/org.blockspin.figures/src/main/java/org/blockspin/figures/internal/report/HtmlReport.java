package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.blockspin.api.Report;
import org.osgi.service.component.annotations.Component;

/** {@code report.html}: what agrees, figures, numbers with errors, the pipeline as a graph, trainings and provenance on one page. */
@Component
public final class HtmlReport implements Report {
    private static final List<Section> SECTIONS = List.of(
            new AgreementSection(),
            new FiguresSection(),
            new NumbersSection(),
            new PipelineSection(),
            new TrainingsSection(),
            new ProvenanceSection());

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public byte[] make(Path folder) throws IOException {
        Run run = Run.read(folder);
        List<Section> sections =
                SECTIONS.stream().filter(section -> section.isThere(run)).toList();
        Html html = new Html();
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        writeHead(run, html);
        html.open("body").open("header").element("h1", run.name());
        if (!run.description().isEmpty()) {
            html.element("p", run.description());
        }
        html.open("nav").open("ul");
        sections.forEach(section -> html.open("li")
                .element("a", section.title(), "href", "#" + section.id())
                .close());
        html.close().close().close().open("main");
        for (Section section : sections) {
            html.open("section", "id", section.id()).element("h2", section.title());
            section.write(run, html);
            html.close();
        }
        html.close().close().close();
        return ("<!DOCTYPE html>\n" + html + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void writeHead(Run run, Html html) {
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", run.name() + " \u2013 Blockspin")
                .element("style", style())
                .close();
    }

    /** The style sheet, in which nothing needs to be escaped. */
    private static String style() {
        try (InputStream style = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
