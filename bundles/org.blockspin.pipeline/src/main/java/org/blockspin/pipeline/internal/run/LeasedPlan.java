package org.blockspin.pipeline.internal.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.blockspin.pipeline.Explanation;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.internal.binding.Provider;
import org.blockspin.pipeline.internal.binding.Snapshot;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;

/** A plan and the plugins that it was made with, which stay installed until it is closed. */
public record LeasedPlan(PlannedPipeline pipeline, Snapshot snapshot) implements Plan {
    private static final int HASH_DIGITS = 12;

    @Override
    public String name() {
        return pipeline.name();
    }

    @Override
    public List<String> summary() {
        return pipeline.summary();
    }

    @Override
    public Explanation explanation() {
        return pipeline.explanation();
    }

    @Override
    public List<String> plugins() {
        Map<Long, Provider> providers = new TreeMap<>();
        snapshot.used().forEach(plugin -> providers.put(plugin.provider().id(), plugin.provider()));
        return providers.values().stream().map(LeasedPlan::title).sorted().toList();
    }

    private static String title(Provider provider) {
        String hash = provider.content().get();
        return provider.title() + " " + hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
