package org.blockspin.pipeline.internal.binding;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.osgi.framework.Bundle;

/** Tells bundles apart by what is in them: a bundle that was built again under the same version is another one. */
public final class BundleContent {
    private BundleContent() {}

    /** SHA-256 of the bundle's file, or its location where it has none that can be read. */
    public static String hash(Bundle bundle) {
        String location = bundle.getLocation();
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
