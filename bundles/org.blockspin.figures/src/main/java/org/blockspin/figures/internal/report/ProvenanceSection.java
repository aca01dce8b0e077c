package org.blockspin.figures.internal.report;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What determined the numbers: all of {@code run.json} but times, and how many threads and processors there were. */
final class ProvenanceSection implements Section {
    /** A line of the table. */
    private record Fact(String subject, String text) {}

    /** A bundle that was installed. */
    private record Bundle(String name, String version, String hash) {}

    @Override
    public String id() {
        return "provenance";
    }

    @Override
    public String title() {
        return "Provenance";
    }

    @Override
    public boolean isThere(Run run) {
        return true;
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        List<Bundle> bundles = bundles(run.record());
        new Table<Fact>()
                .text("item", Fact::subject)
                .prose("value", Fact::text)
                .write(html, facts(run.record(), bundles));
        if (!bundles.isEmpty()) {
            html.open("details").element("summary", "bundles (" + Numbers.count(bundles.size()) + ")");
            new Table<Bundle>()
                    .text("bundle", Bundle::name)
                    .text("version", Bundle::version)
                    .column("SHA-256", (bundle, cell) -> cell.element("code", bundle.hash()))
                    .write(html, bundles);
            html.close();
        }
        html.open("details").element("summary", "the pipeline with every default");
        html.element("p", "A file with this text is a pipeline that comes to the same numbers.");
        html.element(
                "pre",
                new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(run.record().member("pipeline").element()));
        html.close();
    }

    private static List<Fact> facts(Json record, List<Bundle> bundles) throws IOException {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("seed", String.valueOf(record.member("seed").integer())));
        bundles.stream()
                .filter(bundle -> bundle.name().equals("org.blockspin.pipeline"))
                .forEach(bundle -> facts.add(new Fact("Blockspin", bundle.version())));
        Optional<Json> git = record.find("git");
        if (git.isPresent() && git.get().find("commit").isPresent()) {
            boolean clean = git.get().member("clean").truth();
            facts.add(new Fact(
                    "source",
                    "commit " + git.get().member("commit").text()
                            + (clean ? "" : ", with changes that are not committed")));
        }
        add(facts, record, "java", "Java", "java.version", "java.vm.name", "java.vendor");
        add(facts, record, "java", "platform", "os.name", "os.arch");
        Optional<Json> diagnostics = record.find("diagnostics");
        if (diagnostics.isPresent()) {
            for (Map.Entry<String, Json> diagnostic :
                    diagnostics.get().members().entrySet()) {
                facts.add(new Fact(diagnostic.getKey(), diagnostic.getValue().text()));
            }
        }
        return facts;
    }

    private static void add(List<Fact> facts, Json record, String member, String subject, String... properties)
            throws IOException {
        Optional<Json> object = record.find(member);
        List<String> texts = new ArrayList<>();
        for (String property : properties) {
            if (object.isPresent() && object.get().find(property).isPresent()) {
                texts.add(object.get().member(property).text());
            }
        }
        if (!texts.isEmpty()) {
            facts.add(new Fact(subject, String.join(", ", texts)));
        }
    }

    private static List<Bundle> bundles(Json record) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        if (record.find("bundles").isPresent()) {
            for (Json bundle : record.member("bundles").items()) {
                bundles.add(new Bundle(
                        bundle.member("name").text(),
                        bundle.member("version").text(),
                        bundle.member("sha256").text()));
            }
        }
        return bundles;
    }
}
