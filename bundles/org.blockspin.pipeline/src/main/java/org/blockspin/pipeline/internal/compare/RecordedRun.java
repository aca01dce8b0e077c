package org.blockspin.pipeline.internal.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.RunComparison.Row;
import org.blockspin.pipeline.internal.json.Node;

/**
 * What the files of a finished run say.
 *
 * @param pipeline with every default
 * @param seed of the pipeline
 * @param bundles version and hash by symbolic name; of all revisions where one is installed more than once
 * @param environment Java and machine, and what bundles said when the run was done
 * @param sources the state of the source tree; empty where there was none
 * @param rows the results
 */
record RecordedRun(
        Node.Obj pipeline,
        long seed,
        Map<String, String> bundles,
        Map<String, String> environment,
        Map<String, String> sources,
        List<Row> rows) {

    /** From the content of {@code run.json} and the rows of {@code results.json}. */
    static RecordedRun of(Fields run, List<Row> rows) throws InvalidRunException {
        Map<String, String> environment = new LinkedHashMap<>(values(run.object("java")));
        environment.putAll(values(run.object("diagnostics")));
        return new RecordedRun(
                run.object("pipeline").node(),
                run.integer("seed"),
                bundles(run),
                environment,
                values(run.object("git")),
                rows);
    }

    private static Map<String, String> bundles(Fields run) throws InvalidRunException {
        Map<String, String> bundles = new TreeMap<>();
        for (Fields bundle : run.objects("bundles")) {
            String revision = bundle.text("version") + " " + shortened(bundle.text("sha256"));
            bundles.merge(bundle.text("name"), revision, (one, other) -> one + ", " + other);
        }
        return bundles;
    }

    /** Twelve digits tell revisions apart. */
    private static String shortened(String hash) {
        return hash.matches("[0-9a-f]{64}") ? "sha256 " + hash.substring(0, 12) : hash;
    }

    private static Map<String, String> values(Fields object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) ->
                        values.put(name, value instanceof Node.Text text ? text.value() : value.json()));
        return values;
    }
}
