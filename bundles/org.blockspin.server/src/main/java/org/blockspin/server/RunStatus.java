package org.blockspin.server;

import java.util.List;

/**
 * A run of a server.
 *
 * @param id for {@code cancel}
 * @param pipeline its name
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed}, {@code cancelled}
 * @param detail the step that is under way and how far it is, or why the run failed; may be empty
 * @param folder the run folder
 * @param plugins bundles that the run uses and that are no part of Blockspin, each as name, version and hash
 */
public record RunStatus(String id, String pipeline, String state, String detail, String folder, List<String> plugins) {
    public RunStatus {
        plugins = List.copyOf(plugins);
    }
}
