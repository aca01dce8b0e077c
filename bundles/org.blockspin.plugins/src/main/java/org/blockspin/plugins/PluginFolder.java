package org.blockspin.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Service over the folder of plugin jars. Each jar is copied before it is installed, so that whatever happens to the file
 * does nothing to the runs that use it. Of the revisions of one symbolic name the one that was installed last serves new
 * runs; a run keeps what it began with, for a revision is uninstalled only when nobody holds it or uses its services.
 * Thread-safe.
 */
@ProviderType
public interface PluginFolder {
    /** Where the jars are; may not exist. */
    Path path();

    /** What is installed of it now, by name and then in the order of installation. */
    List<Revision> list();

    /** Installs a copy of a jar beside all others, has a look at it, and removes it again; no run gets to see it. */
    Verdict verify(Path jar);

    /**
     * Puts a copy of a jar into the folder, whole or not at all, under its symbolic name, and takes other jars of this name
     * out of it. A workbench that follows the folder does the rest.
     *
     * @param name symbolic name of the bundle in the jar
     * @return the new file
     */
    Path add(Path jar, String name) throws IOException;

    /** Takes all jars of a symbolic name out of the folder; returns them. */
    List<Path> remove(String name) throws IOException;

    /** Looks at the service registry while no revision comes or goes. Nothing of a plugin may be called in it. */
    <T> T undisturbed(Supplier<T> look);

    /** Keeps the revisions that serve now installed until it is closed. */
    Hold hold();

    /**
     * Installs, replaces and removes what is changed in the folder from now on.
     *
     * @param listener hears of each change, and of each jar that is refused, in one sentence
     */
    Following follow(Consumer<String> listener);

    /** No new run gets a bundle, until its jar is replaced. Nothing is done to a bundle that is not of this folder. */
    void quarantine(long bundle, String reason);

    /** Lasts until it is closed. */
    @ProviderType
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** Revisions that stay installed until it is closed. */
    @ProviderType
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
