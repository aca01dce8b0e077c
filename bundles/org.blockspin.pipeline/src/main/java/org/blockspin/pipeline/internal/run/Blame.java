package org.blockspin.pipeline.internal.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.PluginKind;

/** Tells from a stack whose code was running: that of the plugin nearest to the top. */
final class Blame {
    /** A plugin, and the line of it that was running. */
    record Culprit(Installed plugin, StackTraceElement line) {
        /** Kind, name, bundle, version and line. */
        String title() {
            return plugin.title() + " (at " + line.getClassName().replaceFirst(".*\\.", "") + "." + line.getMethodName()
                    + ", line " + line.getLineNumber() + ")";
        }
    }

    private final List<Installed> plugins;

    /** @param plugins those that a run uses */
    Blame(List<Installed> plugins) {
        this.plugins = List.copyOf(plugins);
    }

    /** Kind, name, bundle and version of a plugin that the run uses. */
    String title(PluginKind kind, String name) {
        return plugins.stream()
                .filter(plugin -> plugin.kind() == kind && plugin.name().equals(name))
                .findFirst()
                .map(Installed::title)
                .orElse(kind.word() + " \"" + name + "\"");
    }

    /** Empty where no plugin is on the stack. */
    Optional<Culprit> culprit(StackTraceElement[] stack) {
        return Arrays.stream(stack).flatMap(line -> culprit(line).stream()).findFirst();
    }

    /** Of several plugins in one bundle, the one whose class it is, else the first. */
    private Optional<Culprit> culprit(StackTraceElement line) {
        String type = line.getClassName();
        List<Installed> holders = plugins.stream()
                .filter(plugin -> plugin.provider().holds().test(type))
                .toList();
        return holders.stream()
                .filter(plugin -> isOf(type, plugin))
                .findFirst()
                .or(() -> holders.stream().findFirst())
                .map(plugin -> new Culprit(plugin, line));
    }

    private static boolean isOf(String type, Installed plugin) {
        String own = plugin.type().get();
        return type.equals(own) || type.startsWith(own + "$");
    }
}
