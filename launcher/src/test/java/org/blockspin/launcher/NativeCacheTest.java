package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeCacheTest {
    @Test
    void everyChoiceOfNativesHasAFolderOfItsOwn() {
        Artifact bundle = new Artifact("a:bundle:1", Path.of("bundle-1.jar"), Map.of(), false);
        Map<String, String> natives = Map.of("Fragment-Host", "org.blockspin.tensorflow");
        Artifact other = new Artifact("a:log:1", Path.of("log-1.jar"), Map.of("Fragment-Host", "slf4j.api"), false);
        Artifact cpu = new Artifact("a:tf:1", Path.of("repository/tf-1-cpu.jar"), natives, false);
        Artifact gpu = new Artifact("a:tf:1", Path.of("repository/tf-1-gpu.jar"), natives, false);
        assertThat(NativeCache.nameFor(List.of(bundle, other, cpu))).isEqualTo("natives-tf-1-cpu");
        assertThat(NativeCache.nameFor(List.of(bundle, cpu, gpu))).isEqualTo("natives-tf-1-cpu+tf-1-gpu");
    }
}
