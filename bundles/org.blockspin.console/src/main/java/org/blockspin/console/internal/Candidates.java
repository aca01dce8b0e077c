package org.blockspin.console.internal;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/**
 * Makes what the annotations of the commands name by class. The words that a parameter can be come from what is installed,
 * and are asked for only when a shell is told of them.
 */
final class Candidates implements CommandLine.IFactory {
    /** Words that a parameter can be. */
    abstract static class Words implements Iterable<String> {
        private final Supplier<List<String>> words;

        private Words(Supplier<List<String>> words) {
            this.words = words;
        }

        @Override
        public Iterator<String> iterator() {
            return words.get().iterator();
        }
    }

    /** The shipped pipelines. */
    static final class PipelineNames extends Words {
        private PipelineNames(Supplier<List<String>> words) {
            super(words);
        }
    }

    /** The kinds of plugins. */
    static final class Kinds extends Words {
        private Kinds(Supplier<List<String>> words) {
            super(words);
        }
    }

    /** The installed plugins of all kinds. */
    static final class PluginNames extends Words {
        private PluginNames(Supplier<List<String>> words) {
            super(words);
        }
    }

    private final Workbench workbench;
    private final Pipelines pipelines;

    Candidates(Workbench workbench, Pipelines pipelines) {
        this.workbench = workbench;
        this.pipelines = pipelines;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == PipelineNames.class) {
            return type.cast(new PipelineNames(pipelines::names));
        } else if (type == Kinds.class) {
            return type.cast(new Kinds(workbench::kinds));
        } else if (type == PluginNames.class) {
            return type.cast(new PluginNames(this::pluginNames));
        }
        return CommandLine.defaultFactory().create(type);
    }

    private List<String> pluginNames() {
        return workbench.catalogue().stream()
                .map(CatalogueEntry::name)
                .distinct()
                .sorted()
                .toList();
    }
}
