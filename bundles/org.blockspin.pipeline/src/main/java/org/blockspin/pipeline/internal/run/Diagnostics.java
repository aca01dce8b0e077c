package org.blockspin.pipeline.internal.run;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.blockspin.api.Diagnostic;
import org.blockspin.pipeline.internal.binding.Leases;
import org.blockspin.pipeline.internal.binding.Snapshot;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What bundles say of their kernels, native libraries and devices. Only those are asked whose plugins are used: to
 * answer may take a while, and load natives that nobody needs.
 *
 * @param findings by subject
 */
record Diagnostics(Map<String, Diagnostic.Finding> findings) {
    /** Asks the bundles with these contents, see {@link Snapshot#hash}. */
    static Diagnostics of(BundleContext context, Snapshot snapshot, Set<String> contents) {
        Map<String, Diagnostic.Finding> findings = new TreeMap<>();
        try (Leases leases = new Leases(context)) {
            for (ServiceReference<Diagnostic> reference : context.getServiceReferences(Diagnostic.class, null)) {
                if (Optional.ofNullable(reference.getBundle())
                        .map(snapshot::hash)
                        .filter(contents::contains)
                        .isPresent()) {
                    leases.get(reference)
                            .ifPresent(diagnostic -> findings.put(diagnostic.subject(), diagnostic.examine()));
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
        return new Diagnostics(findings);
    }

    /** One sentence for every bundle that cannot do its work here as it should. */
    List<String> concerns() {
        List<String> sentences = new ArrayList<>();
        findings.forEach((subject, finding) -> {
            if (!finding.healthy()) {
                sentences.add(subject + ": " + finding.text());
            }
        });
        return sentences;
    }

    JsonObject json() {
        JsonObject all = new JsonObject();
        findings.forEach((subject, finding) -> all.addProperty(subject, finding.text()));
        return all;
    }
}
