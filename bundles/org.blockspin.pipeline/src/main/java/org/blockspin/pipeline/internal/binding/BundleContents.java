package org.blockspin.pipeline.internal.binding;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Tells bundles apart by what is in them: a bundle that was built again under the same version is another one. Each file is
 * read once, for the code that runs does not change with it: a tree may be built again while its workbench serves.
 * Thread-safe.
 */
@Component(service = BundleContents.class)
public final class BundleContents {
    private final BundleContext context;
    private final Map<Long, String> known = new ConcurrentHashMap<>();

    @Activate
    public BundleContents(BundleContext context) {
        this.context = context;
    }

    /** SHA-256 of the bundle's file, or its location where it has none that can be read. */
    public String hash(Bundle bundle) {
        String hash = known.get(bundle.getBundleId());
        if (hash == null) {
            known.keySet().removeIf(id -> context.getBundle(id) == null);
            hash = known.computeIfAbsent(bundle.getBundleId(), id -> read(bundle.getLocation()));
        }
        return hash;
    }

    /** Reads the files of all bundles that are here. */
    public void takeStock() {
        Arrays.stream(context.getBundles()).forEach(this::hash);
    }

    private static String read(String location) {
        int file = location.indexOf("file:");
        if (file < 0) {
            return location;
        }
        try (InputStream content = Files.newInputStream(Path.of(URI.create(location.substring(file))))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException | IllegalArgumentException e) {
            return location;
        }
    }
}
