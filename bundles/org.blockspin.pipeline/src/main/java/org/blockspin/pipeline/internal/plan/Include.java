package org.blockspin.pipeline.internal.plan;

import java.util.List;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.internal.json.Node;
import org.blockspin.pipeline.internal.json.Setting;

/**
 * A pipeline that another includes.
 *
 * @param place where the other names its file
 * @param settings values that the other sets in it
 */
record Include(Node place, PipelineSource source, List<Setting> settings) {
    Include {
        settings = List.copyOf(settings);
    }
}
