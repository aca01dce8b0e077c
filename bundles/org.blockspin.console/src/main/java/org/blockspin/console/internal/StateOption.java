package org.blockspin.console.internal;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** Where a server leaves how to reach it. */
final class StateOption {
    @CommandLine.Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "the state folder of the server (default: $XDG_STATE_HOME/blockspin, or "
                    + "~/.local/state/blockspin)")
    private Optional<Path> folder = Optional.empty();

    Path folder() {
        return folder.orElseGet(() -> Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("blockspin"));
    }
}
