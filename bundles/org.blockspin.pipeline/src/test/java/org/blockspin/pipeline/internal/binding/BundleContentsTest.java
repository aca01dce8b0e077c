package org.blockspin.pipeline.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What bundles are told apart by. */
class BundleContentsTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private final Set<Long> installed = new HashSet<>(Set.of(1L, 2L));

    @Test
    void fileThatIsBuiltAgainDoesNotChangeWhatTheRunningBundleIs() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "abc");
        BundleContents contents = new BundleContents(context(List.of(bundle(1, "reference:" + jar.toUri()))));
        contents.takeStock();
        Files.writeString(jar, "built again");
        assertThat(contents.hash(bundle(1, "reference:" + jar.toUri()))).isEqualTo(SHA256_OF_ABC);
        assertThat(contents.hash(bundle(2, "reference:" + jar.toUri()))).isNotEqualTo(SHA256_OF_ABC);
    }

    @Test
    void bundleWithoutAFileIsItsLocation() {
        assertThat(new BundleContents(context(List.of())).hash(bundle(1, "System Bundle")))
                .isEqualTo("System Bundle");
    }

    @Test
    void whatIsUninstalledIsForgotten() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "abc");
        BundleContents contents = new BundleContents(context(List.of()));
        Bundle first = bundle(1, jar.toUri().toString());
        contents.hash(first);
        Files.writeString(jar, "another");
        installed.remove(1L);
        contents.hash(bundle(2, jar.toUri().toString()));
        assertThat(contents.hash(first)).isNotEqualTo(SHA256_OF_ABC);
    }

    @SuppressWarnings("NullAway") // the framework has null for a bundle that is not there
    private BundleContext context(List<Bundle> bundles) {
        return proxy(
                BundleContext.class,
                (method, arguments) -> method.equals("getBundles")
                        ? bundles.toArray(Bundle[]::new)
                        : Stream.of(arguments[0])
                                .filter(installed::contains)
                                .map(id -> bundle((Long) id, ""))
                                .findFirst()
                                .orElse(null));
    }

    private static Bundle bundle(long id, String location) {
        return proxy(Bundle.class, (method, arguments) -> method.equals("getBundleId") ? (Object) id : location);
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
