package org.blockspin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.connect.ConnectContent;

/** The entries of a jar as they are, under headers that the jar does not have. */
final class JarContent implements ConnectContent {
    private final Artifact artifact;
    private Optional<ZipFile> opened = Optional.empty();

    JarContent(Artifact artifact) {
        this.artifact = artifact;
    }

    @Override
    public synchronized void open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(new ZipFile(artifact.file().toFile()));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
            opened = Optional.empty();
        }
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.of(artifact.headers());
    }

    @Override
    public Iterable<String> getEntries() throws IOException {
        List<String> names = zip().stream().map(ZipEntry::getName).toList();
        return names;
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        ZipFile zip = zip();
        return Optional.ofNullable(zip.getEntry(path)).map(entry -> new Entry(zip, entry));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        // The framework's own class loader: a fragment's content belongs to its host.
        return Optional.empty();
    }

    private synchronized ZipFile zip() {
        return opened.orElseThrow(() -> new IllegalStateException(artifact.file() + " is closed"));
    }

    private record Entry(ZipFile zip, ZipEntry entry) implements ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return zip.getInputStream(entry);
        }
    }
}
