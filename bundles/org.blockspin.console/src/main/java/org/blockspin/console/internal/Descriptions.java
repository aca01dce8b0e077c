package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.List;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.CatalogueEntry.Parameter;

/** Steps and plugins with their parameters, as text or as Markdown. */
final class Descriptions {
    private final PrintWriter out;

    Descriptions(PrintWriter out) {
        this.out = out;
    }

    void text(List<CatalogueEntry.Details> all) {
        String gap = "";
        for (CatalogueEntry.Details details : all) {
            out.print(gap);
            gap = System.lineSeparator();
            text(details);
        }
    }

    private void text(CatalogueEntry.Details details) {
        CatalogueEntry entry = details.entry();
        out.println(entry.kind() + " " + entry.name() + ": " + entry.description());
        out.println("from " + entry.bundle());
        for (Parameter parameter : details.parameters()) {
            out.println();
            out.println("  " + parameter.name() + ": " + parameter.description());
            out.println("    " + values(parameter)
                    + (isRequired(parameter) ? "; required" : "; default " + parameter.defaultValue())
                    + (parameter.example().isEmpty() ? "" : "; for example " + parameter.example()));
        }
    }

    /** Type, range and unit. */
    private static String values(Parameter parameter) {
        return parameter.type()
                + (parameter.range().isEmpty() ? "" : ", " + parameter.range())
                + (parameter.unit().isEmpty() ? "" : ", in " + parameter.unit());
    }

    void markdown(List<CatalogueEntry.Details> all) {
        out.println("# Catalogue");
        out.println();
        out.println(
                "What pipelines are made of, as `blockspin describe --markdown` prints it: the steps, and the plugins that"
                        + " are installed.");
        String kind = "";
        for (CatalogueEntry.Details details : all) {
            if (!details.entry().kind().equals(kind)) {
                kind = details.entry().kind();
                out.println();
                out.println("## " + Character.toUpperCase(kind.charAt(0))
                        + kind.substring(1).replace('-', ' '));
            }
            markdown(details);
        }
    }

    private void markdown(CatalogueEntry.Details details) {
        out.println();
        out.println("### `" + details.entry().name() + "`");
        out.println();
        out.println(details.entry().description());
        if (!details.parameters().isEmpty()) {
            out.println();
            out.println("| parameter | | what it may be | default | for example |");
            out.println("|---|---|---|---|---|");
            details.parameters().forEach(this::markdown);
        }
    }

    private void markdown(Parameter parameter) {
        out.println("| `" + parameter.name() + "` | " + cell(parameter.description()) + " | " + cell(values(parameter))
                + " | " + (isRequired(parameter) ? "required" : code(parameter.defaultValue())) + " | "
                + (parameter.example().isEmpty() ? "" : code(parameter.example())) + " |");
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static boolean isRequired(Parameter parameter) {
        return parameter.defaultValue().equals("-");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
